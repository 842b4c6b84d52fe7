using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Alarms;

/// <summary>What was raised, who was called for it, and who has taken it upon themselves.</summary>
public sealed class IndexModel(AlarmOverview overview, AlarmDesk desk, CurrentPerson signed) : PageModel
{
    [BindProperty]
    public string? Key { get; set; }

    public AlarmSheet Sheet { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    public async Task OnGetAsync(bool done, CancellationToken ct)
    {
        if (done)
        {
            Verdict = new(VerdictTone.Good, new("Подтверждено", "Acknowledged"), new(
                "Больше никого не вызывают: тревога за вами.", "Nobody further is called: the alarm is yours."));
        }

        Sheet = await overview.LoadAsync(signed.Required, ct);
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken ct)
    {
        if (await desk.AcknowledgeAsync(Key ?? "", signed.Required, ct) is not { } reason)
        {
            return RedirectToPage(new { done = true });
        }

        Verdict = new(VerdictTone.Warning, new("Не подтверждено", "Not acknowledged"), reason);
        Sheet = await overview.LoadAsync(signed.Required, ct);
        return Page();
    }
}
