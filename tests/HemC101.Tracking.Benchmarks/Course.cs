using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks;

/// <summary>What is measured, and how long.</summary>
/// <param name="Program">The published application.</param>
/// <param name="Quick">Fewer turns; the whole stays under five minutes.</param>
internal sealed record Course(string Program, bool Quick)
{
    public const string Usage = "Usage: HemC101.Tracking.Benchmarks <folder of the published application> [--quick]. See tests/bench.";

    public Turns Turns => Quick ? new(WarmUp: 100, Kept: 150) : new(WarmUp: 300, Kept: 1_000);

    public int Starts => Quick ? 5 : 15;

    /// <returns>Null when the arguments say something else.</returns>
    public static Course? Of(string[] args) => args switch
    {
        [var folder] => Of(folder, quick: false),
        [var folder, "--quick"] => Of(folder, quick: true),
        _ => null,
    };

    private static Course? Of(string folder, bool quick) =>
        Path.GetFullPath(Path.Combine(folder, "HemC101.Tracking.Web.dll")) is var program && File.Exists(program) ? new(program, quick) : null;
}
