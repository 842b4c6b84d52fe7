using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>Template files beside what is approved of them; quality assurance signs what changed.</summary>
[Authorize(Roles = $"{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)},{nameof(Role.Administrator)}")]
public sealed class ApprovalModel(Database database, TemplateDesk desk, ApproveTemplates approve, Signers signers, CurrentPerson signed, TimeProvider time)
    : PageModel
{
    private const string Done = "TemplatesApproved";

    internal static readonly IReadOnlyList<Role> Readers = [Role.QualityAssurance, Role.QualifiedPerson, Role.Administrator];

    /// <summary>One rendered form is one approval.</summary>
    [BindProperty]
    public string? Attempt { get; set; }

    /// <summary>Content hash of what the page shows for signing.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    [BindProperty]
    public List<SignatureInput> Proofs { get; set; } = [];

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public bool MayApprove => LabelApproval.Signatures.All(demand => demand.Roles.Any(signed.Required.Has));

    internal IReadOnlyList<TemplateStanding> Standings { get; private set; } = [];

    internal TemplateBook Book { get; private set; } = TemplateBook.Empty;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Verdict = TempData[Done] is true
            ? new(VerdictTone.Good, new("Шаблоны утверждены", "The templates are approved"), new("Этикетки печатаются по ним с этой минуты.", "Labels are printed from them from this minute on."))
            : null;
        await LoadAsync(ct);
        Attempt = StepScreens.NewAttempt(time);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (people, refused) = await signers.AuthenticateAsync(LabelApproval.Signatures, Proofs, ct);
        Reasons = refused.Count > 0 ? refused : await approve.RunAsync(new(Attempt ?? "", Shown ?? "", people, signed.Required), ct);
        if (Reasons.Count == 0)
        {
            TempData[Done] = true;
            return RedirectToPage();
        }

        Verdict = new(VerdictTone.Stop, new("Не утверждено", "Not approved"));
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        (Standings, Book) = (await desk.StandingsAsync(session, ct), await desk.BookAsync(session, ct));
        Shown = LabelTemplatesApproved.ContentHash(ApproveTemplates.Ready(Standings));
    }
}
