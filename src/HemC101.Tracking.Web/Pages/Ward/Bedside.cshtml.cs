using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verdict = HemC101.Tracking.Web.Pages.Shared.Verdict;

namespace HemC101.Tracking.Web.Pages.Ward;

/// <summary>
/// The screen at the bed: each nurse's own blind round (badge, band, bag, confirmations, PIN), then the verdict that fills the screen,
/// then the start with a scan of its own.
/// </summary>
public sealed class BedsideModel(
    StepScreens screens, BedsideRounds rounds, TakeScan takeScan, TakeStep takeStep, Signers signers, CurrentPerson signed) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Attempt { get; set; }

    public StepScreen Screen { get; private set; } = null!;

    public DoseBag Bag => Screen.Facts.Bag!;

    /// <summary>True once a badge opened this nurse's round.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>All is scanned and the PIN is being typed: without script the page must not refresh away from under it, so it shows no verdict.</summary>
    public bool IsSigning => IsOpen && Screen.ScansDone;

    /// <summary>
    /// Where the page goes by itself every ten seconds when no script runs: to the same round, wherever its last form was posted. Null while
    /// it must stay: a stop until somebody goes on from it, a PIN being typed.
    /// </summary>
    public string? RefreshesTo => Stop is not null || IsSigning ? null : IsOpen ? $"{Address}?attempt={Screen.Attempt}" : Address;

    public Verdict? Verdict { get; private set; }

    public ScanVerdict? Stop { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public IReadOnlyDictionary<string, Text> FieldErrors { get; private set; } = new Dictionary<string, Text>();

    public string Address => $"/Ward/Bedside/{Screen.Address.Coi}/{Screen.Address.Target}";

    public bool IsVerified => Bag.State == BagState.Verified;

    /// <summary>Shown while nothing stands in the way of the start.</summary>
    public bool IsMatch => IsVerified && Screen.Obstacles.Count == 0;

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Signatories.MayOpen(StepCatalogue.Get("bedside.first"), signed.Required))
        {
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    public async Task<IActionResult> OnGetAsync(string coi, string bag, CancellationToken ct)
    {
        Attempt = await screens.StillOpenAsync(Attempt, ct);
        return await LoadAsync(coi, bag, ct) ? Page() : NotFound();
    }

    /// <summary>The heartbeat: what the verdict is now, on the server.</summary>
    public async Task<IActionResult> OnGetStateAsync(string coi, string bag, CancellationToken ct) =>
        await LoadAsync(coi, bag, ct)
            ? new JsonResult(new { state = Bag.State.ToString(), match = IsMatch, rounds = Bag.Rounds.Count, locked = Bag.Locked })
            : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(string coi, string bag, string? badge, CancellationToken ct)
    {
        if (!await LoadAsync(coi, bag, ct))
        {
            return NotFound();
        }

        var (attempt, refused) = await rounds.OpenAsync(Screen.Address, badge ?? "", PostedEntry.Of(Request.Form), ct);
        if (attempt is not null)
        {
            return Redirect($"{Address}?attempt={attempt}");
        }

        Verdict = new Verdict(VerdictTone.Warning, refused!);
        return Page();
    }

    public async Task<IActionResult> OnPostScanAsync(
        string coi, string bag, string? scanned, string? clientScanId, CancellationToken ct)
    {
        if (!await LoadAsync(coi, bag, ct))
        {
            return NotFound();
        }

        if (await rounds.FindAsync(Screen.Attempt, Screen.Address, Screen.Facts, ct) is not { } round)
        {
            return Redirect(Address);
        }

        var scanId = string.IsNullOrEmpty(clientScanId) ? $"{Screen.Attempt}/{Guid.NewGuid():N}" : clientScanId;
        var verdict = await takeScan.RunAsync(
            new ScanInput(Screen.Address, Screen.Attempt, scanned ?? "", PostedEntry.Of(Request.Form), scanId, round.Nurse), ct);
        if (verdict!.IsAccepted)
        {
            return Redirect($"{Address}?attempt={Screen.Attempt}");
        }

        await LoadAsync(coi, bag, ct);
        Stop = verdict.IsStop ? verdict : null;
        Verdict = new Verdict(VerdictTone.Warning, verdict.Sentence);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string coi, string bag, string? pin, DateTimeOffset? deviceTime, CancellationToken ct)
    {
        if (!await LoadAsync(coi, bag, ct))
        {
            return NotFound();
        }

        if (await rounds.FindAsync(Screen.Attempt, Screen.Address, Screen.Facts, ct) is not { } round)
        {
            return Redirect(Address);
        }

        var signature = new SignatureInput { Signer = round.Badge, Secret = pin };
        var (people, refused) = await signers.AuthenticateAsync(Screen.Step.Signatures, [signature], ct);
        if (refused.Count > 0)
        {
            Reasons = refused;
            return Page();
        }

        switch (await takeStep.RunAsync(new StepInput(Screen.Address, Screen.Attempt, PostedRecord.Of(Request.Form), people, signed.Required, deviceTime), ct))
        {
            case StepOutcome.Taken or StepOutcome.TakenBefore:
                return Redirect(Address);
            case StepOutcome.Refused no:
                await LoadAsync(coi, bag, ct);
                Reasons = [.. no.Reasons.Except(Screen.Obstacles).Select(reason => reason.Reason)];
                FieldErrors = no.FieldErrors;
                return Page();
            default:
                return NotFound();
        }
    }

    public string? Entered(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : null;

    private async Task<bool> LoadAsync(string coi, string bag, CancellationToken ct)
    {
        if (await screens.PrepareAsync(StepAddress.Find("bedside.first", coi, bag), Attempt, signed, ct) is not { } screen || screen.Facts.Bag is not { } atBed)
        {
            return false;
        }

        var step = atBed.State == BagState.Verified ? "infusion.start"
            : Targets.Due(StepCatalogue.Get("bedside.second"), screen.Facts).Contains(bag) ? "bedside.second"
            : "bedside.first";
        Screen = step == "bedside.first" ? screen : (await screens.PrepareAsync(StepAddress.Find(step, coi, bag), Attempt, signed, ct))!;
        IsOpen = Attempt is not null && await rounds.FindAsync(Attempt, Screen.Address, Screen.Facts, ct) is not null;
        return true;
    }
}
