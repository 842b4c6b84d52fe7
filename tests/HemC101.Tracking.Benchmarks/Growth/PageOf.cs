using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Scans;
using HemC101.Tracking.Benchmarks.Sites;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>Opens the page of a chain, each turn of the next one; then the person's list of work.</summary>
internal sealed class PageOf(Tablet tablet, IReadOnlyList<Participant> participants) : IExercise
{
    public const string Chain = "page of a chain";
    public const string Work = "list of work";
    public const string Trace = "trace of a lot used in 500 batches";

    public async Task DoAsync(Timings timings, int turn)
    {
        await timings.TimeAsync(Chain, () => tablet.GetAsync($"/Chains/{participants[turn % participants.Count].Coi}"));
        await timings.TimeAsync(Work, () => tablet.GetAsync("/"));
    }
}
