using System.Globalization;
using System.Runtime.InteropServices;

namespace HemC101.Tracking.Benchmarks.Sites;

/// <summary>What the numbers were taken on; a load before the first of them is somebody else's.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {Load}";

    /// <summary>Of the last minute, proc(5).</summary>
    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
