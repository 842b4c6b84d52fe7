using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Steps;

/// <summary>One value that an entry of the chain keeps, and what the catalogue says of correcting it.</summary>
/// <param name="Entry">With the value as it stands now.</param>
/// <param name="Since">Version of the event that made it so: the entry's own, or that of its latest correction.</param>
/// <param name="Asked">Version under which it was asked for; older than <paramref name="Since"/> when it was corrected meanwhile.</param>
public sealed record Recorded(Happened Entry, string Member, int Since, int Asked)
{
    /// <summary>Null for what is never corrected.</summary>
    public Correction? Correction { get; private init; }

    public Field? Field { get; private init; }

    public string Target => TargetOf(Since, Member);

    /// <summary>Bag, batch or collection of the entry, the narrowest there is; empty for the chain.</summary>
    public string Thing { get; } =
        EventMembers.Find(Entry.What, "Bag") ?? EventMembers.Find(Entry.What, "Batch") ?? EventMembers.Find(Entry.What, "Donation") ?? "";

    public string Old => EventMembers.Find(Entry.What, Member) is { } text && Field is not null ? RecordText.Of(RecordText.Read(Field, text)) : "";

    /// <summary>The batch it belongs to or went into; null before there is one.</summary>
    public Batch? BatchIn(ChainState chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return DoseBagId.TryParse(Thing, out var bag) ? chain.Find(chain.Find(bag)!.Batch)
            : BatchNumber.TryParse(Thing, out var batch) ? chain.Find(batch)
            : DonationNumber.TryParse(Thing, out var donation) ? chain.Batches.FindLast(item => item.Donation == donation)
            : chain.CurrentBatch;
    }

    public static string TargetOf(int since, string member) => string.Create(CultureInfo.InvariantCulture, $"{since}.{member}");

    /// <param name="chain">Where it stands.</param>
    /// <param name="target">Version and member; the version is that of the entry or of a correction of this value.</param>
    /// <returns>Null when there is no such entry, or no such value in it.</returns>
    public static Recorded? Find(ChainState chain, string target)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(target);
        var point = target.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || !int.TryParse(target.AsSpan(0, point), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return null;
        }

        var member = target[(point + 1)..];
        var origin = chain.Amendments.Find(item => item.Version == version && item.Member == member)?.Entry ?? version;
        return chain.Past.Find(item => item.Version == origin) is { What: not RecordCorrected } entry
            && EventMembers.Find(entry.What, member) is not null
                ? new Recorded(entry, member, SinceOf(chain, entry, member), version).Judged(chain)
                : null;
    }

    /// <summary>Every value of the entry that the catalogue lets anybody correct.</summary>
    public static IEnumerable<Recorded> Of(ChainState chain, Happened entry)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(entry);
        return from pair in Catalogued(chain, entry)
               where EventMembers.Find(entry.What, pair.Value.Member) is not null
               let since = SinceOf(chain, entry, pair.Value.Member)
               select new Recorded(entry, pair.Value.Member, since, since) { Correction = pair.Correction, Field = pair.Value.Field };
    }

    /// <summary>Who may correct it now: two people; nobody when it is closed or never corrected.</summary>
    public IReadOnlyList<SignatureDemand> SignersNow(Facts facts) => Correction is not { } rules || ClosedBy(facts) is not null ? []
        : !rules.Until.Holds(Aimed(facts)) ? rules.Late
        : IsFailure(facts) ? rules.AfterFailure
        : rules.Signatures;

    /// <summary>The value, as it stands, says that something failed.</summary>
    public bool IsFailure(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Correction?.Passes is { } passes && !passes(With(facts, RecordText.Read(Field!, Old)));
    }

    /// <returns>What has come in between so that nobody may correct it any more; null while somebody may.</returns>
    public Gate? ClosedBy(Facts facts) => Correction is not { } rules || rules.Until.Holds(Aimed(facts)) ? null
        : rules.Late.Count == 0 ? rules.Until
        : rules.LateUntil is { } end && !end.Holds(Aimed(facts)) ? end
        : null;

    /// <summary>
    /// Everything that the entry records and its corrections know, with the new value in its place; by the clock and the settings of
    /// the entry.
    /// </summary>
    internal Facts With(Facts facts, object value)
    {
        var record = Catalogued(facts.Chain, Entry)
            .Select(pair => pair.Value)
            .Where(other => other.Member != Member && EventMembers.Find(Entry.What, other.Member) is not null)
            .Aggregate(RecordValues.Empty, (values, other) =>
                values.With(other.Field, RecordText.Read(other.Field, EventMembers.Find(Entry.What, other.Member)!)));
        return facts with
        {
            Now = Entry.Act.At,
            Settings = facts.SettingsThen ?? facts.Settings,
            Record = record.With(Field!, value),
            Signers = [],
            Known = this,
        };
    }

    private Facts Aimed(Facts facts) => facts with { Target = Target, Known = this };

    private Recorded Judged(ChainState chain) =>
        Catalogued(chain, Entry).FirstOrDefault(pair => pair.Value.Member == Member) is ({ } rules, { } value)
            ? this with { Correction = rules, Field = value.Field }
            : this;

    private static int SinceOf(ChainState chain, Happened entry, string member) =>
        chain.Amendments.FindLast(item => item.Entry == entry.Version && item.Member == member)?.Version ?? entry.Version;

    private static IEnumerable<(Correction Correction, CorrectableValue Value)> Catalogued(ChainState chain, Happened entry)
    {
        return from rules in StepCatalogue.Find(entry.Act.StepId)?.Corrections ?? []
               from value in rules.ValuesOf(chain, entry.What)
               select (rules, value);
    }
}
