using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>Keeps the times of one site apart from those of the other, which has its turn in the same run.</summary>
internal sealed class Apart(params IReadOnlyList<IExercise> exercises) : IExercise
{
    public Timings Timings { get; } = new();

    public async Task DoAsync(Timings timings, int turn)
    {
        Timings.Kept = timings.Kept;
        foreach (var exercise in exercises)
        {
            await exercise.DoAsync(Timings, turn);
        }
    }
}
