using HemC101.Tracking.Chain;
using HemC101.Tracking.Papers;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What a paper is made from: the chain as it was at one entry of the ledger.</summary>
/// <param name="Subject">Canonical text of what it is about; empty for the chain.</param>
/// <param name="History">Up to that entry.</param>
/// <param name="By">Who printed it, with name and number.</param>
/// <param name="Sheet">Null for a copy of the record, which has no number.</param>
internal sealed record DocumentSource(
    Document Document, string Subject, ChainState Chain, IReadOnlyList<Happened> History, SettingsBook Book, string By, DateTimeOffset At, Sheet? Sheet)
{
    public CorrectionsMade Made { get; } = CorrectionsMade.Of(History);

    public StudySettings Settings => Book.At(At).Settings;

    /// <summary>Entries that name this thing as their bag or batch.</summary>
    public IEnumerable<Happened> About(string member) => History.Where(entry => EventMembers.Find(entry.What, member) == Subject);
}
