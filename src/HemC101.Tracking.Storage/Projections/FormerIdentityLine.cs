using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What the ledger says of data that were corrected; whether they are those that were sealed only the key ring can tell.</summary>
internal sealed record FormerIdentityLine(SubjectNumber Subject, int Version, string Hash, DateTimeOffset ReplacedAt)
{
    public string Key => $"{Subject} {Version}";

    public static IEnumerable<FormerIdentityLine> Of(ChainState state) =>
        state.IdentityChanges.Select(change => new FormerIdentityLine(state.Subject, change.Version, change.FormerHash, change.At));

    public static async Task<IReadOnlyList<FormerIdentityLine>> ListAsync(Source source, SubjectNumber subject, CancellationToken ct) =>
        [.. (await FormerIdentities.ListAsync(source, subject, ct)).Select(row => new FormerIdentityLine(row.SubjectNo, row.Version, $"{row.PersonalDataHash}", row.ReplacedAt))];
}
