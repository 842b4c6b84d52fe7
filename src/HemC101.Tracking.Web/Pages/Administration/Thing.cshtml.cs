using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>One thing of the house: its status is changed under signature, its plate printed again.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class ThingModel(Database database, HouseRegister register, Signatory signatory, CurrentPerson signed) : PageModel
{
    internal const string Printed = "printed";
    internal const string Moved = "moved";

    [BindProperty]
    public HouseStatus From { get; set; }

    [BindProperty]
    public HouseStatus? To { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    /// <summary>Hold what it was used on.</summary>
    [BindProperty]
    public bool Hold { get; set; }

    [BindProperty]
    public SignatureInput Proof { get; set; } = new();

    public HouseThingRow Thing { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public bool MayPrint => HouseRules.MayRegister(signed.Required, Thing.Kind);

    public IReadOnlyList<HouseStatus> Next =>
        HouseRules.MayMove(signed.Required, Thing.Kind) ? HouseRules.Next(Thing.Kind, Thing.Status) : [];

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken ct)
    {
        Verdict = done switch
        {
            Printed => new(VerdictTone.Good, new("Записано", "Recorded"), new("Табличка поставлена в очередь печати.", "The plate is in the print queue.")),
            Moved => new(VerdictTone.Good, new("Статус изменён", "The status was changed")),
            _ => null,
        };
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPlateAsync(string id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? await AnswerAsync(await register.PrintPlateAsync(Thing.HouseId, signed.Required, ct), Printed, ct) : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var proof = await signatory.SignAsync(Proof.Signer ?? "", Proof.Secret ?? "", ct);
        if (proof is Authentication.Failed no)
        {
            return Refuse([no.Reason]);
        }

        var known = (Authentication.Succeeded)proof;
        if (known.Person.Number != signed.Required.Number)
        {
            return Refuse([SignedPage.SomebodyElse]);
        }

        var move = new HouseMove(Thing.HouseId, From, To ?? From, Basis?.Trim() ?? "", Hold);
        return await AnswerAsync(await register.MoveAsync(move, known, ct), Moved, ct);
    }

    private async Task<IActionResult> AnswerAsync(HouseOutcome outcome, string done, CancellationToken ct)
    {
        switch (outcome)
        {
            case HouseOutcome.Done { IsTraced: true }:
                return RedirectToPage("/Quality/Trace", new { id = Thing.HouseId, done });
            case HouseOutcome.Done:
                return RedirectToPage(new { id = Thing.HouseId, done });
            case HouseOutcome.Refused refused:
                await LoadAsync(Thing.HouseId.ToString(), ct);
                return Refuse(refused.Reasons);
            default:
                return NotFound();
        }
    }

    private PageResult Refuse(IReadOnlyList<Text> reasons)
    {
        Verdict = new(VerdictTone.Stop, new("Не изменено", "Not changed"));
        Reasons = reasons;
        return Page();
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (!HouseId.TryParse(id, out var known) || await HouseThings.FindAsync(database, known, ct) is not { } thing)
        {
            return false;
        }

        Thing = thing;
        return true;
    }
}
