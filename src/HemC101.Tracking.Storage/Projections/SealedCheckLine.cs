using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What the ledger says of a sealed half: any change of its bytes shows, without a key to open them.</summary>
internal sealed record SealedCheckLine(CoiId Coi, int Version, string SealedHash, DateTimeOffset At)
{
    public string Key => $"{Coi} {Version}";

    public static IEnumerable<SealedCheckLine> Of(CoiId coi, IEnumerable<Happened> history) =>
        from happened in history
        where happened.What is FirstCheckFinished
        select new SealedCheckLine(
            coi, happened.Version, ((FirstCheckFinished)happened.What).SealedHash, Instants.CutToMilliseconds(happened.Act.RecordedAt));

    public static async Task<IReadOnlyList<SealedCheckLine>> ListAsync(Source source, CoiId coi, CancellationToken ct) =>
        [.. (await SealedChecks.ListAsync(source, coi, ct)).Select(row => new SealedCheckLine(row.Coi, row.Version, $"{Digest.Of(row.Sealed)}", row.At))];
}
