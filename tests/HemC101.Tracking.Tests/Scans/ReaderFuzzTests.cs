using HemC101.Tracking.Tests.Scans.Fuzz;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>A slice of the long run that the benchmarks do.</summary>
public sealed class ReaderFuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20261123)]
    public void Run_TwentyThousandInputs_NoExceptionAndNoGarbage(int seed)
    {
        var report = ReaderFuzz.Run(20_000, seed);

        Assert.Empty(report.Complaints);
        Assert.InRange(report.Accepted, report.Inputs / 20, report.Inputs * 3 / 4);
    }
}
