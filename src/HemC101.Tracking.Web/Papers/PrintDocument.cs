using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Papers;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Papers;

/// <summary>Use case: a paper about a chain as PDF; a copy of the record says what is known now, a numbered sheet what was known when it was issued.</summary>
public sealed class PrintDocument(Database database, SettingsDesk settings, DocumentPdf pdf, TimeProvider time)
{
    public async Task<PrintOutcome> RunAsync(Document document, CoiId coi, string subject, Person by, string language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(by);
        await using var moment = await database.ReadAsync(ct);
        var history = await ChainStreams.HistoryAsync(moment, coi, ct);
        var now = time.GetUtcNow();
        if (document.Numbered is not null || ChainState.Fold(history) is not { } chain)
        {
            return new PrintOutcome.NoSuchThing();
        }

        return document.Refusal(chain, subject, by, now) is { } no
            ? new PrintOutcome.Refused([no.Reason], !document.IsFor(by))
            : Made(new(document, subject, chain, history, await settings.BookAsync(moment, ct), Said(by.FullName, by.Number), now, null), language);
    }

    /// <summary>A sheet that was issued, as it was then.</summary>
    public async Task<PrintOutcome> OpenAsync(CoiId coi, PrintSerial serial, Person by, string language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var moment = await database.ReadAsync(ct);
        var history = await ChainStreams.HistoryAsync(moment, coi, ct);
        if (ChainState.Fold(history)?.Sheets.GetValueOrDefault(serial) is not { } sheet)
        {
            return new PrintOutcome.NoSuchThing();
        }

        var document = DocumentCatalogue.Of(sheet.Kind);
        if (!document.IsFor(by))
        {
            return new PrintOutcome.Refused([], IsRole: true);
        }

        var then = history.Take(sheet.Version).ToList();
        var name = (await PersonAccounts.FindAsync(moment, sheet.By, ct))?.Person.FullName ?? "";
        return Made(
            new(document, sheet.Of, ChainState.Fold(then)!, then, await settings.BookAsync(moment, ct), Said(name, sheet.By), sheet.IssuedAt, sheet), language);
    }

    private PrintOutcome.Made Made(DocumentSource of, string language) => new(
        pdf.Write(of, language),
        string.Create(CultureInfo.InvariantCulture, $"{of.Document.Id}-{of.Sheet?.Serial.ToString() ?? of.Chain.Coi.ToString()}-{of.At.ToOffset(MoscowTime.Offset):yyyyMMdd-HHmmss}-{language}.pdf"));

    private static string Said(string name, StaffNumber number) => $"{name} ({number})".Trim();
}
