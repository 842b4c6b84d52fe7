using System.Net.Mime;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
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

    public async Task<IActionResult> OnPostAsync(string coi, CancellationToken ct) =>
        CoiId.TryParse(coi, out var id) && await bundle.MakeAsync(id, ct) is { } zip
            ? File(zip, MediaTypeNames.Application.Zip, $"{id}.zip")
            : NotFound();
}
