using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Papers;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Papers;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <param name="Obstacle">Null when it can be printed.</param>
public sealed record OfferedPaper(Document Document, string Subject, Text Name, Text? Obstacle);

/// <summary>The papers of one chain: copies of the record, and numbered sheets that were printed or can be.</summary>
public sealed class SheetsModel(Database database, ChainDesk chains, PrintDocument print, IssueSheet issue, CurrentPerson signed, TimeProvider time) : PageModel
{
    public ChainState Chain { get; private set; } = null!;

    public IReadOnlyList<OfferedPaper> Copies { get; private set; } = [];

    public IReadOnlyList<OfferedPaper> ToIssue { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Sheet> Printed { get; private set; } = [];

    public string Attempt { get; private set; } = "";

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string coi, string? issued, CancellationToken ct)
    {
        if (!await LoadAsync(coi, ct))
        {
            return NotFound();
        }

        Verdict = Printed.FirstOrDefault(sheet => $"{sheet.Serial}" == issued) is { } sheet
            ? new(VerdictTone.Good, new($"Лист № {sheet.Serial} готов", $"Sheet no. {sheet.Serial} is ready"), new(
                "Откройте его ниже и напечатайте на А4 без уменьшения.", "Open it below and print it on A4 at full size."))
            : null;
        return Page();
    }

    public async Task<IActionResult> OnGetPdfAsync(string coi, string? document, string? of, string? language, CancellationToken ct) =>
        CoiId.TryParse(coi, out var id) && DocumentCatalogue.Find(document) is { } known
            ? await AnswerAsync(coi, await print.RunAsync(known, id, of ?? "", signed.Required, In(language), ct), ct)
            : NotFound();

    public async Task<IActionResult> OnGetSheetAsync(string coi, string? serial, string? language, CancellationToken ct) =>
        CoiId.TryParse(coi, out var id) && PrintSerial.TryParse(serial, out var number)
            ? await AnswerAsync(coi, await print.OpenAsync(id, number, signed.Required, In(language), ct), ct)
            : NotFound();

    public async Task<IActionResult> OnPostIssueAsync(string coi, string? document, string? of, string? attempt, CancellationToken ct) =>
        CoiId.TryParse(coi, out var id) && DocumentCatalogue.Find(document) is { } known
            ? await AnswerAsync(coi, await issue.RunAsync(new(known, id, of ?? "", attempt ?? "", signed.Required), ct), ct)
            : NotFound();

    private static string In(string? language) => Language.IsKnown(language) ? language! : Language.Current;

    private async Task<IActionResult> AnswerAsync(string coi, PrintOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case PrintOutcome.Made made:
                return File(made.Pdf, "application/pdf", made.FileName);
            case PrintOutcome.Issued issued:
                return RedirectToPage(new { coi, issued = issued.Sheet.Serial });
            case PrintOutcome.NoSuchThing:
                return NotFound();
            case PrintOutcome.Refused { IsRole: true }:
                return Forbid();
            case PrintOutcome.Refused refused:
                Verdict = new(VerdictTone.Stop, new("Не напечатано", "Not printed"));
                Reasons = refused.Reasons;
                return await LoadAsync(coi, ct) ? Page() : NotFound();
            default:
                throw new InvalidOperationException($"Unexpected outcome {outcome}.");
        }
    }

    private async Task<bool> LoadAsync(string coi, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return false;
        }

        (Chain, Now, Attempt) = (chain, time.GetUtcNow(), StepScreens.NewAttempt(time));
        List<OfferedPaper> offered =
        [
            .. from document in DocumentCatalogue.All
               where document.IsFor(signed.Required)
               from subject in document.Subjects(chain)
               select new OfferedPaper(document, subject, PaperNames.Of(chain, subject), document.Refusal(chain, subject, signed.Required, Now)?.Reason),
        ];
        Copies = [.. offered.Where(paper => paper.Document.Numbered is null)];
        ToIssue = [.. offered.Where(paper => paper.Document.Numbered is not null)];
        Printed = [.. chain.Sheets.Values.Where(sheet => DocumentCatalogue.Of(sheet.Kind).IsFor(signed.Required)).OrderByDescending(sheet => sheet.Version)];
        return true;
    }
}
