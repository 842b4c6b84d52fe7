using System.Diagnostics;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <param name="Output">Both streams, in no certain order.</param>
internal sealed record Ended(int ExitCode, string Output);

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    /// <summary>Daemons lie where an ordinary user's path does not look.</summary>
    private static readonly string[] Besides = ["/usr/sbin", "/sbin", "/usr/local/sbin", "/usr/bin"];

    /// <returns>Its path; null when it is not installed.</returns>
    public static string? Find(string program) =>
        program == Postgres ? PostgresTools()?.FullName
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(Besides)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Debian keeps the server's programs out of the path.</summary>
    public const string Postgres = "initdb";

    public static string PathOf(string program) => Find(program) ?? throw new InvalidOperationException($"There is no {program} on this machine.");

    /// <summary>To its end.</summary>
    public static async Task<Ended> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await errors);
    }

    private static FileInfo? PostgresTools() => !Directory.Exists("/usr/lib/postgresql") ? null : (
        from version in new DirectoryInfo("/usr/lib/postgresql").EnumerateDirectories()
        let tool = new FileInfo(Path.Combine(version.FullName, "bin", Postgres))
        where tool.Exists
        select tool).FirstOrDefault();
}
