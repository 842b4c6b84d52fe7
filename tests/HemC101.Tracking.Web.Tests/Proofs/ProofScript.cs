using System.Diagnostics;

namespace HemC101.Tracking.Web.Tests.Proofs;

/// <summary>The script of an unpacked proof, run as its receiver would.</summary>
internal static class ProofScript
{
    public static Task<(int Code, string Said)> RunAsync(DirectoryInfo folder, params IEnumerable<string> words) => RunInAsync("sh", folder, words);

    /// <param name="shell">They differ in what they make of a number that is none.</param>
    /// <param name="folder">Where it was unpacked.</param>
    /// <param name="words">After the script's name.</param>
    public static async Task<(int Code, string Said)> RunInAsync(string shell, DirectoryInfo folder, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(shell, ["verify.sh", .. words])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var script = Process.Start(start)!;
        var said = await script.StandardOutput.ReadToEndAsync() + await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, said);
    }
}
