namespace HemC101.Tracking.Benchmarks.Measuring;

/// <param name="WarmUp">Turns that are not kept.</param>
/// <param name="Kept">Turns that are.</param>
internal sealed record Turns(int WarmUp, int Kept)
{
    public int All => WarmUp + Kept;

    public async Task<Timings> TakeAsync(params IReadOnlyList<IExercise> exercises)
    {
        var timings = new Timings();
        for (var turn = 0; turn < All; turn++)
        {
            timings.Kept = turn >= WarmUp;
            foreach (var exercise in exercises)
            {
                await exercise.DoAsync(timings, turn);
            }
        }

        return timings;
    }
}
