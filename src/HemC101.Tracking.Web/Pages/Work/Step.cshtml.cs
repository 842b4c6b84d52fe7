using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verdict = HemC101.Tracking.Web.Pages.Shared.Verdict;

namespace HemC101.Tracking.Web.Pages.Work;

/// <summary>The page of every step but the bedside rounds: first the scans, then what is recorded, then who signs.</summary>
public sealed class StepModel(StepScreens screens, TakeScan takeScan, TakeStep takeStep, Signers signers, CurrentPerson signed, TimeProvider time) : PageModel
{
    private IReadOnlyDictionary<string, string> _kept = new Dictionary<string, string>();

    /// <summary>What the form sent; null while nothing was.</summary>
    private IReadOnlyDictionary<string, string>? _record;

    [BindProperty(SupportsGet = true)]
    public string? Attempt { get; set; }

    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    [BindProperty]
    public DateTimeOffset? DeviceTime { get; set; }

    /// <summary>Whoever sends it was warned that a text names the participant, and means it.</summary>
    [BindProperty]
    public bool NameMeant { get; set; }

    /// <summary>A text names the participant: the form asks whether that is meant.</summary>
    public bool WantsNameMeant { get; private set; }

    /// <summary>The rules object to what stands on paper: the form asks whether the sheet says exactly this.</summary>
    public bool WantsAsWritten { get; private set; }

    public StepScreen Screen { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    /// <summary>A stop fills the screen until somebody goes on from it.</summary>
    public ScanVerdict? Stop { get; private set; }

    /// <summary>The identifier that waits for the reason why it was typed; null when none does.</summary>
    public string? Typed { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public IReadOnlyDictionary<string, Text> FieldErrors { get; private set; } = new Dictionary<string, Text>();

    /// <summary>Where the page is opened again with all that was scanned.</summary>
    public string Address => $"{Screen.Address.Path}?attempt={Screen.Attempt}";

    /// <summary>A Safety step is taken at once, by whoever is there.</summary>
    public bool MayHandOver => Screen.Step.Kind != StepKind.Safety && Screen.Record.Count > 0;

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (id, coi, target) = Place;
        if (!IsFromPaper && WorkAddress.IsAtTheBed(id))
        {
            context.Result = Redirect(WorkAddress.Bedside(coi, target ?? ""));
        }
        else if (StepAddress.FindStep(id, IsFromPaper) is { } step && !Signatories.MayOpen(step, signed.Required))
        {
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    public async Task<IActionResult> OnGetAsync(string? sheet, CancellationToken ct)
    {
        Attempt = await screens.StillOpenAsync(Attempt, ct);
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        _kept = KeptForm.Take(TempData, Address) is { Count: > 0 } kept ? kept : IsFromPaper ? SheetForm.Next(Screen.Facts.Chain, Known(sheet)) : _kept;
        return Page();
    }

    public async Task<IActionResult> OnPostScanAsync(string? scanned, string? clientScanId, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var verdict = await takeScan.RunAsync(
            new ScanInput(
                Screen.Address, Screen.Attempt, scanned ?? "", PostedEntry.Of(Request.Form),
                string.IsNullOrEmpty(clientScanId) ? $"{Screen.Attempt}/{Guid.NewGuid():N}" : clientScanId, signed.Required.Number),
            ct);
        if (verdict!.IsAccepted)
        {
            return Redirect(Address);
        }

        await LoadAsync(ct);
        Stop = verdict.IsStop ? verdict : null;
        Typed = verdict.WantsReason ? scanned : null;
        Verdict = new Verdict(verdict.Kind == Scans.Verdict.Duplicate ? VerdictTone.Info : VerdictTone.Warning, verdict.Sentence);
        return Page();
    }

    /// <summary>What the page shows is only prepared when it is shown again.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (Found is not { } address)
        {
            return NotFound();
        }

        _record = SheetForm.WithPicture(PostedRecord.Of(Request.Form), Request.Form.Files);
        var isHalf = address.Step.Check == SecondCheck.Independent;
        var (people, refused) = await signers.AuthenticateAsync(isHalf ? [address.Step.Signatures[0]] : address.Step.Signatures, Signers, ct);
        if (refused.Count > 0)
        {
            return await AgainAsync(new StepOutcome.Refused([], FieldErrors), refused, ct);
        }

        var attempt = string.IsNullOrEmpty(Attempt) ? StepScreens.NewAttempt(time) : Attempt;
        var outcome = await takeStep.RunAsync(
            new StepInput(address, attempt, _record, people, signed.Required, DeviceTime)
            {
                Doubts = signed.Doubts,
                IsNameMeant = NameMeant,
                Half = isHalf ? HalfNames.Find(Request.Form["Half"]) : null,
            },
            ct);
        return outcome switch
        {
            StepOutcome.Taken { IsHalf: true } or StepOutcome.TakenBefore { IsHalf: true } => Done(address, "Half", NameInText.None),
            StepOutcome.Taken taken => Done(address, "Done", taken.Names),
            StepOutcome.TakenBefore => Done(address, "Done", NameInText.None),
            StepOutcome.Refused no => await AgainAsync(no, [], ct),
            StepOutcome.NoSuchThing => NotFound(),
            _ => throw new InvalidOperationException($"Unexpected outcome {outcome}."),
        };
    }

    /// <summary>What the field held when the form was refused, or when the place was handed over.</summary>
    public string? Entered(string field) =>
        _record?.GetValueOrDefault(field) ?? (Request.HasFormContentType ? Request.Form[field].ToString() : _kept.GetValueOrDefault(field));

    /// <summary>The number of a sheet that was printed for this chain; an address may say anything.</summary>
    private string? Known(string? sheet) => PrintSerial.TryParse(sheet, out var serial) && Screen.Facts.Chain.Sheets.ContainsKey(serial) ? sheet : null;

    private bool IsFromPaper => RouteText("form").Equals(StepAddress.FromPaper, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the address names, whatever is done there.</summary>
    private (string Id, string Coi, string? Target) Place => (RouteText("id"), RouteText("coi"), RouteData.Values["target"]?.ToString());

    /// <summary>Null when there is no such step, or no such participant can be.</summary>
    private StepAddress? Found => Place is var (id, coi, target) ? StepAddress.Find(id, coi, target, IsFromPaper) : null;

    private string RouteText(string name) => RouteData.Values[name]?.ToString() ?? "";

    private RedirectResult Done(StepAddress address, string what, NameInText names)
    {
        TempData[what] = address.Step.Id;
        if (names == NameInText.Unasked && TextWarning.Tells(signed.Required))
        {
            TempData["Names"] = true;
        }

        return Redirect($"/Chains/{address.Coi}");
    }

    private async Task<IActionResult> AgainAsync(StepOutcome.Refused no, IReadOnlyList<Text> unsigned, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Reasons = [.. unsigned, .. no.Reasons.Except(Screen.Obstacles).Select(reason => reason.Reason)];
        FieldErrors = no.FieldErrors;
        WantsNameMeant = no.WantsNameMeant;
        WantsAsWritten = no.Codes.Contains(BackEntry.AsksAsWritten);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await screens.PrepareAsync(Found, Attempt, signed, ct) is not { } screen)
        {
            return false;
        }

        Screen = screen;
        Attempt = screen.Attempt;
        Verdict ??= screen.Lapsed is { } lapsed ? new Verdict(VerdictTone.Warning, lapsed.Sentence) : null;
        return true;
    }
}
