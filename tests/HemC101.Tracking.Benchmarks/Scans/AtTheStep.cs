using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Scans;

/// <summary>The hand-over of full collection bags, each turn at the next participant's page.</summary>
internal sealed class AtTheStep(Scanner scanner, IReadOnlyList<Participant> participants) : IExercise
{
    public const string Accepted = "step page, accepted scan";
    public const string Refused = "step page, refused scan";
    public const string Stopped = "step page, another participant's bag";

    public const int RefusalsATurn = 2;

    private static readonly string SomethingElse = HouseStock.Of(HouseKind.Location, 1, 0).ToString();

    public async Task DoAsync(Timings timings, int turn)
    {
        var (mine, other) = (participants[turn % participants.Count], participants[(turn + 1) % participants.Count]);
        var step = $"/Transport/Step/collection.hand-over/{mine.Coi}/{mine.Donation}";
        var attempt = await scanner.OpenAsync(step);
        await scanner.ScanAsync(timings, Refused, step, attempt, SomethingElse, Scanner.Warning);
        await scanner.ScanAsync(timings, Accepted, step, attempt, mine.CollectionSymbol, Scanner.Taken);
        await scanner.ScanAsync(timings, Stopped, step, attempt, other.CollectionSymbol, Scanner.Stop);
    }
}
