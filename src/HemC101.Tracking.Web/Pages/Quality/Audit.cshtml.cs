using System.Globalization;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Audit;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>The trail of everything that was done: read, exported, signed as read. No participant's name stands in it.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class AuditModel(
    Database database, ExportTrail export, ReviewTrail review, Signers signers, PersonalDataVault vault, CurrentPerson signed, TimeProvider time) : PageModel
{
    private const string Done = "Reviewed";

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Station { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Place of the last line of the page before; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>How far the ledger reached when the page was made.</summary>
    [BindProperty]
    public long? UpTo { get; set; }

    /// <summary>One rendered form is one signature.</summary>
    [BindProperty]
    public string? Attempt { get; set; }

    [BindProperty]
    public SignatureInput Proof { get; set; } = new();

    public IReadOnlyList<Text> Faults { get; private set; } = [];

    /// <summary>Why a review was not signed.</summary>
    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<PersonAccount> People { get; private set; } = [];

    public IReadOnlyList<TrailLine> Lines { get; private set; } = [];

    /// <summary>Older lines follow.</summary>
    public bool More { get; private set; }

    internal IReadOnlyList<PastReview> Reviews { get; private set; } = [];

    /// <summary>Null when the form was not understood.</summary>
    internal TrailQuestion? Question { get; private set; }

    public bool MayReview => signed.Required.Has(Role.QualityAssurance) && Question is { Looks: null, Filter: { From: not null, Until: not null } } && Lines.Count > 0;

    /// <summary>The filter as it was entered, for links and hidden fields.</summary>
    public IReadOnlyDictionary<string, string> Entered => new (string Name, string? Value)[]
    {
        (nameof(Of), Of), (nameof(Person), Person), (nameof(Station), Station), (nameof(What), What), (nameof(From), From), (nameof(To), To),
    }.Where(input => !string.IsNullOrWhiteSpace(input.Value)).ToDictionary(input => input.Name, input => input.Value!);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (ModelState[nameof(Before)] is { Errors.Count: > 0 })
        {
            return NotFound();
        }

        Verdict = TempData[Done] is not null
            ? new(VerdictTone.Good, new("Подписано", "Signed"), new("Рассмотрение журнала записано.", "The review of the trail is recorded."))
            : null;
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        if (await UnderstandAsync(ct) is not { } question)
        {
            return await ShowAsync(ct);
        }

        var bounded = await export.RecordAsync(question, signed.Required, ct);
        return new CsvResult(FileName("csv"), (to, stop) => export.WriteAsync(bounded, to, stop));
    }

    public async Task<IActionResult> OnPostPrintAsync(CancellationToken ct)
    {
        if (await UnderstandAsync(ct) is not { } question)
        {
            return await ShowAsync(ct);
        }

        if (await export.PrintAsync(question, Asked(), signed.Required, ct) is { } pdf)
        {
            return File(pdf, "application/pdf", FileName("pdf"));
        }

        Reasons = [ExportTrail.TooLong];
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken ct)
    {
        if (!signed.Required.Has(Role.QualityAssurance))
        {
            return Forbid();
        }

        if (await UnderstandAsync(ct) is not { Looks: null } question)
        {
            return await ShowAsync(ct);
        }

        var (people, refused) = await signers.AuthenticateAsync(ReviewTrail.Demands, [Proof], ct);
        if (refused.Count > 0)
        {
            return await AgainAsync(refused, ct);
        }

        var input = new ReviewInput(Attempt ?? "", question.Filter with { UpTo = UpTo ?? 0 }, people, signed.Required);
        switch (await review.RunAsync(input, ct))
        {
            case ReviewOutcome.Reviewed or ReviewOutcome.ReviewedBefore:
                TempData[Done] = true;
                return RedirectToPage(Entered);
            case ReviewOutcome.Refused no:
                return await AgainAsync(no.Reasons, ct);
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }
    }

    private string FileName(string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"trail-{time.GetUtcNow().ToOffset(MoscowTime.Offset):yyyyMMdd-HHmmss}.{ending}");

    /// <summary>The understood filter in the words of its form.</summary>
    private List<(Text Name, string Value)> Asked() => new (Text Name, string? Value)[]
    {
        (new("что", "what"), Of), (new("кто", "who"), Person), (new("рабочее место", "station"), Station is null ? null : Language.T(TrailNames.OfStation(Station))),
        (new("вид записи", "kind of entry"), What is null ? null : Language.T(What == TrailNames.Looked ? TrailNames.LookedName : TrailNames.OfType(What))),
        (new("с", "from"), From), (new("по", "to"), To),
    }.Where(asked => !string.IsNullOrWhiteSpace(asked.Value)).Select(asked => (asked.Name, asked.Value!)).ToList();

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Text> reasons, CancellationToken ct)
    {
        Reasons = reasons;
        Verdict = new(VerdictTone.Stop, new("Не подписано", "Not signed"));
        return await ShowAsync(ct);
    }

    private async Task<TrailQuestion?> UnderstandAsync(CancellationToken ct) =>
        (await TrailQuestion.ReadAsync(database, new(Of, Person, Station, What, From, To), ct)).Understood;

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        People = await PersonAccounts.ListAsync(session, ct);
        (Question, Faults) = await TrailQuestion.ReadAsync(session, new(Of, Person, Station, What, From, To), ct);
        Attempt = StepScreens.NewAttempt(time);
        UpTo = await Trail.LastPositionAsync(session, ct);
        if (Question is null)
        {
            return Page();
        }

        (Lines, More) = await TrailDesk.ReadAsync(session, vault, Question, Before, ct);
        Reviews = Question.Looks is null ? await PastReviews.ListAsync(session, Question.Filter, ct) : [];
        return Page();
    }
}
