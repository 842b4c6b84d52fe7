using System.Globalization;

namespace HemC101.Tracking.Benchmarks.Sites;

/// <summary>What the kernel says about a process, in megabytes of 2^20 bytes; proc(5), <c>/proc/[pid]/status</c>.</summary>
internal static class ResidentMemory
{
    public static double Now(int process) => Read(process, "VmRSS:");

    public static double Peak(int process) => Read(process, "VmHWM:");

    private static double Read(int process, string field)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0;
    }
}
