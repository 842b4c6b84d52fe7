using HemC101.Tracking.Custody;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.CellStore;

/// <summary>One count: bag after bag, then two signatures.</summary>
[Authorize(Roles = $"{nameof(Role.Cryostore)},{nameof(Role.LabOperator)},{nameof(Role.QualityAssurance)}")]
public sealed class CountModel(CountDesk desk, Signers signers, CurrentPerson signed) : PageModel
{
    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    public InventoryCount Count { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    public CountOutcome.Closed? Closed { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(int number, CancellationToken ct) => ShownAsync(number, ct);

    public async Task<IActionResult> OnPostScanAsync(int number, string? scanned, CancellationToken ct)
    {
        if (await desk.ScanAsync(number, scanned ?? "", PostedEntry.Of(Request.Form), signed.Required, ct) is not { } scan)
        {
            return NotFound();
        }

        Verdict = new(scan.IsDoubtful ? VerdictTone.Stop : scan.IsCounted ? VerdictTone.Good : VerdictTone.Warning, scan.Sentence);
        return await ShownAsync(number, ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(int number, CancellationToken ct)
    {
        var (people, refused) = await signers.AuthenticateAsync(CountRules.Signatures, Signers, ct);
        if (refused.Count > 0)
        {
            Reasons = refused;
            return await ShownAsync(number, ct);
        }

        switch (await desk.CloseAsync(number, people, ct))
        {
            case CountOutcome.Closed closed:
                Closed = closed;
                Verdict = closed.Findings.Count + closed.Unknown.Count == 0
                    ? new(VerdictTone.Good, new("Сошлось: всё на месте, лишнего нет", "It agrees: all is there, and nothing else"))
                    : new(VerdictTone.Stop, new("НЕ СОШЛОСЬ. Критическое отклонение: вызовите ОК", "IT DISAGREES. A critical deviation: call QA"));
                break;
            case CountOutcome.Refused no:
                Reasons = [.. no.Reasons.Select(reason => reason.Reason)];
                break;
            case CountOutcome.NoSuchCount:
                return NotFound();
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }

        return await ShownAsync(number, ct);
    }

    private async Task<IActionResult> ShownAsync(int number, CancellationToken ct)
    {
        if (await desk.FindAsync(number, ct) is not { } count)
        {
            return NotFound();
        }

        Count = count;
        return Page();
    }
}
