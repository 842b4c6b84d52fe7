using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Protocol;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Audit;

/// <param name="names">Full names by staff number.</param>
internal sealed class TrailLines(IReadOnlyDictionary<string, string> names, ShownTexts texts)
{
    private const string ChainPrefix = "chain/";

    /// <param name="corrections">By stream, for those where something was corrected.</param>
    public TrailLine Of(LedgerEntry entry, IReadOnlyDictionary<string, CorrectionsMade> corrections)
    {
        var made = corrections.GetValueOrDefault(entry.Stream, CorrectionsMade.None);
        return Of(entry) with { Corrections = [.. made.To(entry.Version)], SignedBefore = [.. made.AfterSigning(entry.Version)] };
    }

    private TrailLine Of(LedgerEntry entry)
    {
        var line = new TrailLine
        {
            Place = entry.Position,
            At = entry.RecordedAt,
            Actor = entry.Actor,
            ActorName = NameOf(entry.Actor),
            Station = Language.T(TrailNames.OfStation(entry.Station)),
            What = Language.T(TrailNames.OfType(entry.Type)),
            Entry = entry,
        };
        return EventOf(entry) is { } happened ? WithEvent(line, happened, CoiId.Parse(entry.Stream[ChainPrefix.Length..]))
            : entry.Type == AccountRecovered.Type ? WithRecovery(line, AccountRecovered.Read(entry))
            : entry.Type == RightsGiven.Type ? WithRights(line, RightsGiven.Read(entry))
            : entry.Type == TrailReviewed.Type ? WithReview(line, TrailReviewed.Read(entry))
            : entry.Type == SettingsIssued.Type ? WithSettings(line, SettingsIssued.Read(entry))
            : line with { Facts = [.. JsonFacts.Of(entry.Data)] };
    }

    public TrailLine Of(PersonalDataLook look) => new()
    {
        Place = look.LookId,
        At = look.At,
        Actor = look.StaffNo.ToString(),
        ActorName = NameOf(look.StaffNo.ToString()),
        Station = Language.T(TrailNames.OfStation(look.Place.Split('/')[1])),
        What = Language.T(TrailNames.LookedName),
        Step = StepCatalogue.Find(look.Place.Split('/')[^1]) is { } step ? Language.T(step.Name) : null,
        Facts =
        [
            (Language.T("участник", "participant"), look.SubjectNo.ToString()),
            (Language.T("страница", "page"), look.Place),
        ],
    };

    private string NameOf(string actor) =>
        names.GetValueOrDefault(actor) ?? (TrailNames.Actors.GetValueOrDefault(actor) is { } known ? Language.T(known) : actor);

    private TrailLine WithEvent(TrailLine line, Happened happened, CoiId coi) => line with
    {
        Coi = coi,
        Station = happened.Act.Workstation is { } workstation ? $"{line.Station} · {workstation}" : line.Station,
        Step = StepCatalogue.Find(happened.Act.StepId) is { } step ? Language.T(step.Name) : null,
        Facts = [.. EventFacts.Of(happened.What, happened.Act, texts).Select(fact => (fact.Name, fact.Value)).Concat(Names(happened)).Select(fact => (Language.T(fact.Name), fact.Value))],
        Signatures = happened.Act.Signatures,
        Scans = [.. happened.Act.Scans.Where(scan => ScansToReview.IsToReview(scan.Entry))],
        IsRefusal = happened.What is StepRefused or ScanRefused or IdentityMismatched,
    };

    private static IEnumerable<(Text Name, string Value)> Names(Happened happened) =>
        happened.Act.Names == NameInText.None ? [] : [(TextField.Remark.Label, Language.T(NameInTextNames.Of(happened.Act.Names)))];

    private static TrailLine WithReview(TrailLine line, TrailReviewed review) => line with
    {
        Facts =
        [
            (Language.T("период", "period"), TrailQuestion.Show(review.Filter)),
            (Language.T("записи", "entries"), $"{review.First}–{review.Last}"),
        ],
        Signatures = review.Signatures,
    };

    /// <summary>What was changed; the whole set stands on the page of the settings.</summary>
    private static TrailLine WithSettings(TrailLine line, SettingsIssued issued) => line with
    {
        Facts =
        [
            (Language.T("версия", "version"), issued.Settings.Version),
            (Language.T("действует с", "effective from"), Clock.Show(issued.EffectiveFrom)),
            (Language.T("срочная", "urgent"), issued.Issue.Urgent ? Language.T("да", "yes") : Language.T("нет", "no")),
            (Language.T("основание", "reason"), $"{Language.T(IssueReasons.Of(issued.Issue.Reason))}, {issued.Issue.Document}"),
            .. issued.Issue.Changes.Select(change => SettingNames.Show(change, issued.Settings)).Select(said => (said.Name, $"{said.Old} → {said.New}")),
        ],
        Signatures = issued.Issue.Signatures,
    };

    private static TrailLine WithRecovery(TrailLine line, AccountRecovered recovered) => line with
    {
        Facts = [(Language.T("выдано заново", "issued anew"), Language.T(recovered.What.Name()))],
        Signatures = recovered.Signatures,
    };

    private static TrailLine WithRights(TrailLine line, RightsGiven given) => line with
    {
        Facts = [(Language.T("роли", "roles"), string.Join(", ", given.Rights.Select(role => Language.T(role.Name()))))],
        Signatures = given.Signatures,
    };

    /// <returns>Null for another stream, and for an event that only a newer program knows.</returns>
    public static Happened? EventOf(LedgerEntry entry) =>
        entry.Stream.StartsWith(ChainPrefix, StringComparison.Ordinal)
        && entry.SchemaVersion == EventCodec.SchemaVersion
        && EventCodec.EventTypes.Any(type => type.Name == entry.Type)
            ? ChainStreams.Read(entry)
            : null;
}
