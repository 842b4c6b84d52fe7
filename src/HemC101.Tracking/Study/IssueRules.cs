using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>Who may propose and sign settings, and what may be issued.</summary>
public static class IssueRules
{
    /// <summary>A form filled in minutes ago is not of the past.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    public static readonly ReferenceField Document = new("document", new("Номер документа", "Number of the document"));

    public static readonly ChoiceField Reason = new("reason", new("Основание", "Reason"), IssueReasons.All);

    public static bool MayPropose(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new[] { Role.Investigator, Role.QualifiedPerson, Role.QualityAssurance }.Any(person.Has);
    }

    /// <summary>Whoever answers for what is changed, and quality assurance: two people or three.</summary>
    public static IReadOnlyList<SignatureDemand> Demands(SettingsProposal proposal, SettingsBook book, DateTimeOffset now)
    {
        var changes = Changes(proposal, book, now);
        var owners = SettingsTable.Of(proposal.Settings)
            .Where(setting => changes.Any(change => change.Code == setting.Code))
            .Select(setting => setting.Owner).Distinct().Order();
        return [.. owners.Append(Role.QualityAssurance).Select(role => new SignatureDemand(Meaning.Approved, role))];
    }

    /// <summary>Against the version that it will follow.</summary>
    public static IReadOnlyList<SettingChange> Changes(SettingsProposal proposal, SettingsBook book, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(book);
        return SettingsTable.Changes(book.At(Effective(proposal, now)).Settings, proposal.Settings);
    }

    public static DateTimeOffset Effective(SettingsProposal proposal, DateTimeOffset now) => proposal.From is { } from && from > now ? from : now;

    /// <summary>Everything that is wrong with it, as a set and against what is in force; empty when it may be signed.</summary>
    public static IReadOnlyList<Refusal> Refusals(SettingsProposal proposal, SettingsBook book, DateTimeOffset now)
    {
        var changes = Changes(proposal, book, now);
        var table = SettingsTable.Of(proposal.Settings);
        (bool Holds, Refusal Refusal)[] gates =
        [
            (proposal.After == book.Versions.Count, IssueReasons.SomebodyWasFirst(book.Versions[^1].Settings.Version)),
            (IsName(proposal.Settings.Version), IssueReasons.NameForm),
            (book.Find(proposal.Settings.Version) is null, IssueReasons.NameTaken),
            (proposal.From is not { } from || from >= now - Grace, IssueReasons.Past),
            (proposal.From is not { } late || late <= now + Farthest, IssueReasons.TooFar),
            (changes.Count > 0, IssueReasons.NothingNew),
            (!proposal.Urgent || changes.Any(change => table.Any(setting => setting.IsSafety && setting.Code == change.Code)), IssueReasons.NotUrgent),
        ];
        return
        [
            .. gates.Where(gate => !gate.Holds).Select(gate => gate.Refusal),
            .. Faults(proposal.Settings).Select(fault => new Refusal("settings-value", fault)),
            .. SettingsRules.Refusals(proposal.Settings),
        ];
    }

    /// <summary>Each value by itself: its form and bounds.</summary>
    public static IEnumerable<Text> Faults(StudySettings settings) =>
        from setting in SettingsTable.Of(settings)
        let fault = setting.Form.Check(setting.Read(settings), out _)
        where fault is not null
        select fault;

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 20 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
