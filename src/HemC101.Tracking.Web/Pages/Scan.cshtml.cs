using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages;

/// <summary>Scan any label and land on its thing.</summary>
public sealed class ScanModel(FindThing findThing) : PageModel
{
    public Verdict? Verdict { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? scanned, CancellationToken ct)
    {
        switch (await findThing.RunAsync(scanned ?? "", ct))
        {
            case Found.OnChain chain:
                return Redirect($"/Chains/{chain.Coi}");
            case Found.OnSheet sheet:
                return Redirect($"/Chains/{sheet.Coi}/Paper?sheet={sheet.Serial}");
            case Found.Known known:
                Verdict = new Verdict(VerdictTone.Info, known.Description);
                return Page();
            case Found.Nothing nothing:
                Verdict = new Verdict(VerdictTone.Warning, nothing.Reason);
                return Page();
            case var other:
                throw new InvalidOperationException($"Unexpected answer {other}.");
        }
    }
}
