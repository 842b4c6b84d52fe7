using System.Runtime.InteropServices;

namespace HemC101.Tracking.Benchmarks.Sites;

/// <summary>What the numbers were taken on; a load above zero before the first one is somebody else's.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {Load()}";

    /// <summary>Of the last minute, proc(5).</summary>
    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
