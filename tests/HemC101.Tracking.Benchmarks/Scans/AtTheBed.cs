using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Scans;

/// <summary>A nurse's round at the bed of a thawed bag, each turn at the next bed; then a round that a stranger's bag ends.</summary>
/// <param name="stranger">Somebody whose bags lie in the store.</param>
internal sealed class AtTheBed(Scanner scanner, IReadOnlyList<Participant> participants, Participant stranger, CrewMember nurse) : IExercise
{
    public const string Band = "bed, accepted band";
    public const string Bag = "bed, accepted bag";
    public const string Refused = "bed, refused scan";
    public const string Stopped = "bed, another participant's bag";

    public const int RefusalsATurn = 2;

    private static readonly string SomethingElse = HouseStock.Of(HouseKind.Location, 1, 0).ToString();

    public async Task DoAsync(Timings timings, int turn)
    {
        var mine = participants[turn % participants.Count];
        var bed = $"/Ward/Bedside/{mine.Coi}/{mine.Bag}";
        var round = await scanner.OpenRoundAsync(bed, nurse.Badge);
        await scanner.ScanAsync(timings, Band, bed, round, mine.Band, Scanner.Taken);
        await scanner.ScanAsync(timings, Bag, bed, round, mine.BagSymbol!, Scanner.Taken);

        var again = await scanner.OpenRoundAsync(bed, nurse.Badge);
        await scanner.ScanAsync(timings, Refused, bed, again, SomethingElse, Scanner.Warning);
        await scanner.ScanAsync(bed, again, mine.Band, Scanner.Taken);
        await scanner.ScanAsync(timings, Stopped, bed, again, stranger.BagSymbol!, Scanner.Stop);
    }
}
