using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Templates;

namespace HemC101.Tracking.Web.Demo;

/// <summary>The crew's quality assurance approves the label templates as they are supplied: nobody is enrolled before.</summary>
internal static class DemoTemplates
{
    /// <exception cref="InvalidOperationException">A supplied template is broken, or nobody of the crew may approve it.</exception>
    public static async Task ApproveAsync(Database database, TemplateDesk desk, IEnumerable<Person> crew, DateTimeOffset now, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        now = Instants.CutToMilliseconds(now);
        var standings = await desk.StandingsAsync(uow, ct);
        if (standings.FirstOrDefault(standing => standing.File.Fault is not null) is { } broken)
        {
            throw new InvalidOperationException(broken.File.Fault);
        }

        var approver = new Signer(crew.First(person => person.Has(Role.QualityAssurance)), AuthenticationMethod.BadgeAndPin);
        var (signed, _) = Signatories.Assign(LabelApproval.Signatures, [approver], now);
        var ready = ApproveTemplates.Ready(standings);
        var version = await ApproveTemplates.WriteAsync(uow, ready, signed, Doer.At(approver.Person.Number, null), now, ct);
        await SignedPage.FinishAsync(
            uow, Guid.CreateVersion7(now).ToString("N"), LabelTemplatesApproved.Stream, version, LabelTemplatesApproved.ContentHash(ready), now, ct);
        await uow.CommitAsync(ct);
    }
}
