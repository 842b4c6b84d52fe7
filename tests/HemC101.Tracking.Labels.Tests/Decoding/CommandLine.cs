using System.Diagnostics;
using System.Text;

namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>Programs of the distribution that read or draw symbols.</summary>
internal static class CommandLine
{
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    /// <returns>What it wrote, a character for each byte.</returns>
    /// <param name="expected">Exit codes that are no failure: readers use one to say that they found nothing.</param>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, params int[] expected)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 || expected.Contains(process.ExitCode)
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
