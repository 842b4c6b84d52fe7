using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Templates;

/// <param name="Attempt">One shown page is one approval, however often it is sent.</param>
/// <param name="Shown">Content hash of what the page showed for signing.</param>
/// <param name="Signers">In the order of the demands, re-authenticated a moment ago.</param>
internal sealed record ApproveInput(string Attempt, string Shown, IReadOnlyList<Signer> Signers, Person SignedIn);

/// <summary>Use case: all sound template files that wait are approved as they were shown, or none. From then on labels are printed from them.</summary>
public sealed class ApproveTemplates(
    Database database, TemplateDesk desk, LabelFit fit, SettingsDesk settings, ChainDesk chains, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <returns>Why nothing was recorded; empty when it was, now or before.</returns>
    internal async Task<IReadOnlyList<Text>> RunAsync(ApproveInput input, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } before)
        {
            return before.Content == input.Shown ? [] : [SignedPage.Stale];
        }

        var now = Instants.CutToMilliseconds(time.GetUtcNow());
        var templates = Ready(await desk.StandingsAsync(uow, ct));
        var (signed, refusals) = Signatories.Assign(LabelApproval.Signatures, input.Signers, now);
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. SignedPage.Faults(input.Attempt, input.Signers, input.SignedIn),
            .. await UnfitAsync(uow, templates, now, ct),
            .. templates.Count > 0 && LabelTemplatesApproved.ContentHash(templates) == input.Shown ? Array.Empty<Text>() : [SignedPage.Stale],
        ];
        if (reasons.Count > 0)
        {
            return reasons;
        }

        var by = Doer.At(signed[0].Signer.Person.Number, nameof(Tracking.Steps.Station.Quality), accessor.HttpContext);
        var version = await WriteAsync(uow, templates, signed, by, now, ct);
        await SignedPage.FinishAsync(uow, input.Attempt, LabelTemplatesApproved.Stream, version, input.Shown, now, ct);
        await uow.CommitAsync(ct);
        return [];
    }

    /// <summary>Labels that these texts do not serve in a form that they are still to be made in.</summary>
    private async Task<IEnumerable<Text>> UnfitAsync(Source source, IReadOnlyList<ApprovedTemplate> templates, DateTimeOffset now, CancellationToken ct)
    {
        if (await desk.WithAsync(source, templates, ct) is not { } renderer)
        {
            return [];
        }

        var book = await settings.BookAsync(source, ct);
        var running = await chains.ListAwakeAsync(source, ct).Select(chain => chain.EnrolledUnder(book)).ToListAsync(ct);
        StudySettings[] asked = [book.At(now).Settings, .. book.Coming(now).Select(coming => coming.Settings), .. running];
        return fit.FormRefusals(renderer, book.At(now).Settings, [.. asked.Select(LabelForm.Of).Distinct()]).Select(refusal => refusal.Reason);
    }

    /// <summary>What one signature would approve.</summary>
    internal static IReadOnlyList<ApprovedTemplate> Ready(IEnumerable<TemplateStanding> standings) =>
        [.. standings.Where(standing => standing.IsReady).Select(standing => standing.Proposed)];

    /// <returns>Version of the entry in its stream.</returns>
    internal static Task<int> WriteAsync(
        UnitOfWork uow, IReadOnlyList<ApprovedTemplate> templates, IReadOnlyList<SignedAs> signed, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        var signatures = SignedPage.Signatures(signed, at, LabelTemplatesApproved.ContentHash(templates));
        return HouseJournal.WriteAsync(uow, LabelTemplatesApproved.Stream, LabelTemplatesApproved.Type, new LabelTemplatesApproved(templates, signatures), by, at, ct);
    }
}
