using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Papers;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Papers;

/// <param name="Attempt">One shown form is one sheet, however often it is sent.</param>
/// <param name="Subject">Canonical text of the bag; empty for the chain.</param>
public sealed record IssueInput(Document Document, CoiId Coi, string Subject, string Attempt, Person By);

/// <summary>Use case: a sheet gets a number, and its chain the record of who printed it when. The running number is that of the labels: none is like another.</summary>
public sealed class IssueSheet(Database database, ChainDesk chains, SettingsDesk settings, DeviceScanner device, TimeProvider time)
{
    /// <summary>Of the event: no step of the catalogue, since nothing is done to the cells.</summary>
    public const string StepId = "sheet.issue";

    private static readonly Text Stale = new(
        "Страница устарела. Ничего не напечатано. Откройте её заново.", "The page is out of date. Nothing was printed. Open it again.");

    public async Task<PrintOutcome> RunAsync(IssueInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var outcome = await database.DecideAsync(uow => TryAsync(uow, input, ct), ct);
        if (outcome is PrintOutcome.Issued)
        {
            await chains.FindAsync(database, input.Coi, ct);
        }

        return outcome;
    }

    private async Task<PrintOutcome> TryAsync(UnitOfWork uow, IssueInput input, CancellationToken ct)
    {
        if (input.Document.Numbered is not { } kind || await chains.FindAsync(uow, input.Coi, ct) is not { } chain)
        {
            return new PrintOutcome.NoSuchThing();
        }

        var content = $"{kind} {input.Coi} {input.Subject} {input.By.Number}";
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } finished)
        {
            return finished.Content == content && chain.Sheets.Values.FirstOrDefault(sheet => sheet.Version == finished.Version) is { } before
                ? new PrintOutcome.Issued(before)
                : Refused(Stale);
        }

        var now = Ledger.Instants.CutToMilliseconds(time.GetUtcNow());
        return input.Attempt.Length == 0 ? Refused(Stale)
            : input.Document.Refusal(chain, input.Subject, input.By, now) is { } no ? new PrintOutcome.Refused([no.Reason], !input.Document.IsFor(input.By))
            : await WriteAsync(uow, input, chain, kind, content, now, ct);
    }

    private async Task<PrintOutcome> WriteAsync(
        UnitOfWork uow, IssueInput input, ChainState chain, SheetKind kind, string content, DateTimeOffset now, CancellationToken ct)
    {
        var serial = (await FreshNumbersFor.SerialsAsync(uow, 1, ct))[0];
        var act = new Act(input.By.Number, $"{input.Document.Station}", now, now, StepId, [], [], (await settings.BookAsync(uow, ct)).At(now).Settings.Version)
        {
            Workstation = device.Workstation,
        };
        if (await ChainStreams.AppendAsync(uow, chain.Coi, chain, [new SheetIssued(serial, kind, input.Subject)], act, ct) is not { } after)
        {
            return Refused(StepReasons.SomebodyWasFirst.Reason);
        }

        await FinishedAttempts.TryFinishAsync(
            uow, new FinishedAttempt { AttemptId = input.Attempt, Stream = ChainStreams.StreamOf(chain.Coi), Version = after.Version, Content = content, At = now }, ct);
        await uow.CommitAsync(ct);
        return new PrintOutcome.Issued(after.Sheets[serial]);
    }

    private static PrintOutcome.Refused Refused(Text reason) => new([reason], IsRole: false);
}
