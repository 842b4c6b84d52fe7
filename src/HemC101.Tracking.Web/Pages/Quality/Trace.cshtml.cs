using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Pages.Administration;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Traces;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>A thing traced forward: on the screen, as a recall report, and as a mock recall whose record is signed.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class TraceModel(Database database, FileDrill drill, LiftRecall lift, PaperReport paper, Signers signers, CurrentPerson signed, TimeProvider time) : PageModel
{
    private const string Filed = "filed";
    private const string Lifted = "lifted";

    /// <summary>One rendered form is one drill.</summary>
    [BindProperty]
    public string? Attempt { get; set; }

    [BindProperty]
    public SignatureInput Proof { get; set; } = new();

    [BindProperty]
    public string? Assessment { get; set; }

    /// <summary>Holds of a cleared lot that may be lifted together.</summary>
    public int Liftable { get; private set; }

    public ForwardTrace Trace { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public bool MayDrill => signed.Required.Has(Role.QualityAssurance) || signed.Required.Has(Role.QualifiedPerson);

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Verdict = done switch
        {
            ThingModel.Moved => new(VerdictTone.Warning, new("Статус изменён, запреты наложены", "The status was changed, holds are placed"), new(
                "Запрет стоит на всём, что ещё можно остановить. Ниже – все участники; кому уже введено, тех оценивает исследователь.",
                "Everything that can still be stopped is on hold. All participants stand below; an investigator assesses those who received some.")),
            Lifted => new(VerdictTone.Good, new("Запреты этой серии сняты во всех цепочках", "The holds of this lot are lifted on every chain")),
            Filed => new(VerdictTone.Good, new("Учебный отзыв записан", "The mock recall is recorded")),
            _ => null,
        };
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? File(TraceReport.Csv(Trace), "text/csv; charset=utf-8", FileName("csv")) : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(string id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? File(TraceReport.Pdf(Trace, paper), "application/pdf", FileName("pdf")) : NotFound();

    public async Task<IActionResult> OnPostDrillAsync(string id, CancellationToken ct)
    {
        if (!MayDrill)
        {
            return Forbid();
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var (people, refused) = await signers.AuthenticateAsync(FileDrill.Demands, [Proof], ct);
        var outcome = refused.Count > 0 ? new DrillOutcome.Refused(refused) : await drill.RunAsync(new(Attempt ?? "", Trace.Thing, people, signed.Required), ct);
        if (outcome is not DrillOutcome.Refused no)
        {
            return RedirectToPage(new { id = Trace.Thing, done = Filed });
        }

        Verdict = new(VerdictTone.Stop, new("Не записано", "Not recorded"));
        Reasons = no.Reasons;
        return Page();
    }

    public async Task<IActionResult> OnPostLiftAsync(string id, CancellationToken ct)
    {
        if (!MayDrill)
        {
            return Forbid();
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var (people, refused) = await signers.AuthenticateAsync(LiftRecall.Release.Signatures, [Proof], ct);
        Reasons = refused.Count > 0 ? refused : await lift.RunAsync(new(Attempt ?? "", Trace.Thing, Assessment ?? "", people, signed.Required), ct);
        if (Reasons.Count == 0)
        {
            return RedirectToPage(new { id = Trace.Thing, done = Lifted });
        }

        Verdict = new(VerdictTone.Stop, new("Не снято", "Not lifted"));
        return Page();
    }

    private string FileName(string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"trace-{Trace.Thing.ToString().TrimStart('&')}-{Trace.AsOf.ToOffset(MoscowTime.Offset):yyyyMMdd-HHmmss}.{ending}");

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (!HouseId.TryParse(id, out var thing))
        {
            return false;
        }

        await using var session = await database.ReadAsync(ct);
        if (await TraceDesk.FindAsync(session, thing, time, ct) is not { } trace)
        {
            return false;
        }

        (Trace, Attempt) = (trace, Attempt ?? StepScreens.NewAttempt(time));
        Liftable = MayDrill && trace.Chains.Any(chain => chain.Chain.Held) ? await lift.CountAsync(session, thing, ct) : 0;
        return true;
    }
}
