using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What became of the wish to read a first half.</summary>
public abstract record HalfReading
{
    private HalfReading() { }

    public sealed record Read(Happened Entry, OpenedHalf Half) : HalfReading
    {
        public Signature Signature => Entry.Act.Signatures[0];

        /// <summary>What was opened is what was signed.</summary>
        public bool IsAsSigned => Half.Hash.ToString() == Signature.ContentHash;
    }

    /// <summary>Its second may still come: until then it is read by nobody.</summary>
    public sealed record Waits : HalfReading;

    /// <summary>It lies there no longer as it was sealed, or the key ring is another one.</summary>
    public sealed record Unreadable : HalfReading;

    public sealed record NoSuchHalf : HalfReading;
}

/// <summary>Use case: the first half of an independent check is read once it waits for nobody, so that its signature can be verified (21 CFR 11.10(b)).</summary>
public sealed class ReadHalf(
    Database database, ChainDesk chains, SettingsDesk settings, SealedHalves halves, PersonalDataJournal journal, TimeProvider time)
{
    /// <param name="version">Of the entry that says the half was finished.</param>
    public async Task<HalfReading> RunAsync(CoiId coi, int version, Person by, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        if (await chains.FindAsync(session, coi, ct) is not { } chain
            || (await ChainStreams.HistoryAsync(session, coi, ct)).SingleOrDefault(happened => happened.Version == version) is not { What: FirstCheckFinished } entry)
        {
            return new HalfReading.NoSuchHalf();
        }

        var now = time.GetUtcNow();
        var facts = new Facts { Chain = chain, Settings = (await settings.BookAsync(session, ct)).At(now).Settings, Now = now };
        if (chain.FirstChecks.Any(half => half.Version == version && IndependentCheck.IsInTime(half, facts)))
        {
            return new HalfReading.Waits();
        }

        if (await SealedChecks.FindAsync(session, coi, version, ct) is not { } row || halves.Open(row.Sealed) is not { } opened)
        {
            return new HalfReading.Unreadable();
        }

        journal.Opened(by, chain.Subject, "/Chains/Half");
        return new HalfReading.Read(entry, opened);
    }
}
