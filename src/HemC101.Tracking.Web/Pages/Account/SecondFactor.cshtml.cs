using System.Net.Mime;
using HemC101.Tracking.Access;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Stations;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>Shown to whoever signed in with one factor at a browser that is no station: the passkey, a colleague at the bed, and what is open all the same.</summary>
public sealed class SecondFactorModel(SecondFactorDesk desk, PasskeyDesk passkeys, WorkList workList, CurrentPerson current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Verdict? Verdict { get; private set; }

    /// <summary>Steps that nobody is kept from.</summary>
    public IReadOnlyList<Steps.Work> Safety { get; private set; } = [];

    public bool MayBeVouchedFor => current.Required.Has(Role.WardNurse) && SessionSeat.Of(HttpContext)?.Proof.VouchedBy is null;

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (SessionSeat.Of(HttpContext) is not { Reach: not RemoteReach.Everything })
        {
            context.Result = Back();
        }
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>What the script hands to the browser's authenticator.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        Content(await passkeys.AskAsync(HttpContext, ct), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPostPasskeyAsync(string? passkeyAnswer, CancellationToken ct) =>
        await AnswerAsync(await desk.ShowAsync(HttpContext, current.Required, passkeyAnswer ?? "", ct), ct);

    public async Task<IActionResult> OnPostVouchAsync(string? badge, string? pin, CancellationToken ct) =>
        await AnswerAsync(await desk.VouchAsync(HttpContext, current.Required, badge ?? "", pin ?? "", ct), ct);

    private async Task<IActionResult> AnswerAsync(Text? refusal, CancellationToken ct)
    {
        if (refusal is null)
        {
            return Back();
        }

        Verdict = new(VerdictTone.Stop, new("Не подтверждено", "Not confirmed"), refusal);
        await LoadAsync(ct);
        return Page();
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");

    private async Task LoadAsync(CancellationToken ct) => Safety = await workList.SafetyForAsync(current.Required, ct);
}
