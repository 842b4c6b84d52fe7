using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks;

/// <summary>What is measured, and how long.</summary>
/// <param name="Program">The published application.</param>
/// <param name="Quick">Fewer turns; the whole stays under five minutes.</param>
/// <param name="Only">The name of the one limit to measure; null for all of them.</param>
internal sealed record Course(string Program, bool Quick, string? Only)
{
    public const string Usage = "Usage: HemC101.Tracking.Benchmarks <folder of the published application> [--quick] [--only <limit>]. See tests/bench.";

    public Turns Turns => Quick ? new(WarmUp: 100, Kept: 150) : new(WarmUp: 300, Kept: 1_000);

    /// <summary>Of a throughput, turn by turn with what it is compared to.</summary>
    public int Rounds => Quick ? 3 : 5;

    public TimeSpan Round => TimeSpan.FromSeconds(Quick ? 1 : 3);

    public int Starts => Quick ? 5 : 15;

    /// <returns>Null when the arguments say something else.</returns>
    public static Course? Of(string[] args) => args switch
    {
        [var folder] => Of(folder, quick: false, only: null),
        [var folder, "--quick"] => Of(folder, quick: true, only: null),
        [var folder, "--only", var only] => Of(folder, quick: false, only),
        [var folder, "--quick", "--only", var only] => Of(folder, quick: true, only),
        _ => null,
    };

    private static Course? Of(string folder, bool quick, string? only) =>
        Path.GetFullPath(Path.Combine(folder, "HemC101.Tracking.Web.dll")) is var program && File.Exists(program) ? new(program, quick, only) : null;
}
