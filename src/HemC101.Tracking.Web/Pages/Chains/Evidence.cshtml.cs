using System.Net.Mime;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Proofs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <summary>A chain as a ZIP that proves itself. Posted, because it seals the ledger first.</summary>
[Authorize(Roles = $"{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class EvidenceModel(EvidenceBundle bundle) : PageModel
{
    public IActionResult OnGet(string coi) => Redirect($"/Chains/{Uri.EscapeDataString(coi)}");

    /// <summary>Why there is no evidence.</summary>
    public Verdict? Verdict { get; private set; }

    public async Task<IActionResult> OnPostAsync(string coi, CancellationToken ct)
    {
        try
        {
            return CoiId.TryParse(coi, out var id) && await bundle.MakeAsync(id, ct) is { } zip
                ? File(zip, MediaTypeNames.Application.Zip, $"{id}.zip")
                : NotFound();
        }
        catch (BrokenSealException e)
        {
            Verdict = new(VerdictTone.Stop, new("Доказательства нет", "There is no evidence"), new(
                $"{e.Broken.Text.Ru} {CommandDesk.StopAndKeep.Ru}", $"{e.Broken.Text.En} {CommandDesk.StopAndKeep.En}"));
            return Page();
        }
    }
}
