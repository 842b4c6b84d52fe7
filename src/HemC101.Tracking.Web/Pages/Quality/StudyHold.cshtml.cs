using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Protocol;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>The study is put on hold, and goes on; with every participant whom that concerns.</summary>
[Authorize(Roles = $"{nameof(Role.Investigator)},{nameof(Role.QualifiedPerson)},{nameof(Role.QualityAssurance)}")]
public sealed class StudyHoldModel(Database database, SettingsDesk settings, HoldStudy hold, Signers signers, CurrentPerson signed, TimeProvider time) : PageModel
{
    private const string Done = "StudyHold";

    /// <summary>The course is over, one way or another.</summary>
    private static readonly HashSet<ProductState> Over = [ProductState.Completed, ProductState.Discontinued];

    /// <summary>One rendered form is one decision.</summary>
    [BindProperty]
    public string? Attempt { get; set; }

    /// <summary>Of the hold that is released; null to place one.</summary>
    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public List<SignatureInput> Proofs { get; set; } = [];

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public IReadOnlyList<StudyHold> Holds { get; private set; } = [];

    /// <summary>Whose course is not over.</summary>
    public IReadOnlyList<ChainRow> Concerned { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Verdict = TempData[Done] is bool placed ? new(placed ? VerdictTone.Warning : VerdictTone.Good, placed
            ? new("Исследование приостановлено", "The study is on hold")
            : new("Запрет на исследование снят", "The hold on the study is released")) : null;
        await LoadAsync(ct);
        Attempt = StepScreens.NewAttempt(time);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var input = new HoldStudyInput(Attempt ?? "", Number, Code ?? "", Document?.Trim() ?? "", [], signed.Required);
        var (people, refused) = await signers.AuthenticateAsync(input.Demands, Proofs, ct);
        Reasons = refused.Count > 0 ? refused : await hold.RunAsync(input with { Signers = people }, ct);
        if (Reasons.Count == 0)
        {
            TempData[Done] = Number is null;
            return RedirectToPage();
        }

        Verdict = new(VerdictTone.Stop, new("Не записано", "Not recorded"));
        await LoadAsync(ct);
        return Page();
    }

    public IReadOnlyList<SignatureInput> ProofsOf(StudyHold? of) => Number == of?.Number ? Proofs : [];

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        Holds = (await settings.BookAsync(session, ct)).Holds;
        Concerned = [.. (await ChainRows.ListAsync(session, ct)).Where(chain => !Over.Contains(chain.ProductState))];
    }
}
