using HemC101.Tracking.Chain;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verdict = HemC101.Tracking.Web.Pages.Shared.Verdict;

namespace HemC101.Tracking.Web.Pages.Apheresis;

/// <summary>Fallback sets: what there is, print, issue, destroy, count. What is scanned stays in the form until two people sign.</summary>
[Authorize(Roles = $"{nameof(Role.ApheresisNurse)},{nameof(Role.ApheresisPhysician)},{nameof(Role.QualityAssurance)}")]
public sealed class FallbackModel(
    Database database, ChainDesk chains, FallbackDesk desk, FallbackScans scans, ScannedSets carried, Signers signers, CurrentPerson signed, TimeProvider time) : PageModel
{
    private const string Done = "Fallback";

    /// <summary>One rendered page does one thing, however often it is sent.</summary>
    [BindProperty]
    public string? Attempt { get; set; }

    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    /// <summary>The sets scanned so far, as <see cref="ScannedSets"/> seals them.</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    public IReadOnlyList<FallbackSet> Sets { get; private set; } = [];

    /// <summary>Chains for which a set can be taken now.</summary>
    public IReadOnlyList<ChainState> AtTheChair { get; private set; } = [];

    public bool MayTake => User.IsInRole(nameof(Role.ApheresisNurse)) || User.IsInRole(nameof(Role.ApheresisPhysician));

    public DateTimeOffset? CountedAt { get; private set; }

    public FallbackTally Tally { get; private set; } = null!;

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public IEnumerable<FallbackSet> InHand => Sets.Where(set => Scanned.Contains(set.Donation));

    private HashSet<DonationNumber> Scanned =>
        Seen.Select(text => carried.Open(text, signed.Required)).OfType<DonationNumber>().ToHashSet();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Verdict = TempData[Done] is string done ? SaidOf(done) : null;
        await LoadAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Attempt = StepScreens.NewAttempt(time);
        (Sets, CountedAt) = await desk.ListAsync(ct);
        Tally = FallbackTally.Of(Sets);
        await using var session = await database.ReadAsync(ct);
        AtTheChair = await chains.ListAsync(session, ct).Where(chain => chain.CurrentCollection is { State: CollectionState.Identified }).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostScanAsync(string? scanned, CancellationToken ct)
    {
        var (set, fault) = await scans.JudgeAsync(scanned ?? "", PostedEntry.Of(Request.Form), ct);
        if (set is not null && fault is null && !Scanned.Contains(set.Donation))
        {
            Seen.Add(carried.Seal(set.Donation, signed.Required));
        }

        Verdict = fault is not null ? new(set is null ? VerdictTone.Warning : VerdictTone.Stop, fault)
            : new(VerdictTone.Good, new($"Набор № {set!.Number}: {FallbackRules.NameOf(set.State).Ru}", $"Set no. {set.Number}: {FallbackRules.NameOf(set.State).En}"));
        return await ShownAsync(ct);
    }

    public Task<IActionResult> OnPostPrintAsync(int? count, CancellationToken ct) =>
        DoAsync("printed", FallbackRules.Printing, people => desk.PrintAsync(Sent(people), count ?? 0, ct), ct);

    public Task<IActionResult> OnPostIssueAsync(CancellationToken ct) =>
        DoAsync("issued", FallbackRules.Issuing, people => desk.IssueAsync(Sent(people), [.. Scanned], ct), ct);

    public Task<IActionResult> OnPostDestroyAsync(int? number, string? reason, CancellationToken ct) =>
        DoAsync("destroyed", FallbackRules.ByTwo, people => desk.DestroyAsync(Sent(people), number ?? 0, reason, ct), ct);

    public Task<IActionResult> OnPostCountAsync(string? document, CancellationToken ct) =>
        DoAsync("counted", FallbackRules.ByTwo, people => desk.CountAsync(Sent(people), Scanned, (document ?? "").Trim(), ct), ct);

    private static Verdict SaidOf(string done) => done switch
    {
        "printed" => new(VerdictTone.Good, new("Наборы отправлены на печать", "The sets are being printed")),
        "issued" => new(VerdictTone.Good, new("Наборы выданы в отделение", "The sets are issued to the unit")),
        "destroyed" => new(VerdictTone.Good, new("Набор записан как уничтоженный", "The set is recorded as destroyed")),
        "before" => new(VerdictTone.Good, new("Это уже записано. Что стало с наборами, показывает таблица", "That is recorded already. The table says what became of the sets")),
        "absent" => new(VerdictTone.Stop, new("НЕ СОШЛОСЬ. Отсутствующие наборы записаны по отклонению", "IT DISAGREES. The absent sets are recorded under the deviation")),
        _ => new(VerdictTone.Good, new("Сошлось: все наборы на месте", "It agrees: all sets are there")),
    };

    private FallbackInput Sent(IReadOnlyList<Signer> people) => new(Attempt ?? "", people);

    /// <param name="done">What the page says afterwards.</param>
    private async Task<IActionResult> DoAsync(
        string done, IReadOnlyList<SignatureDemand> demands, Func<IReadOnlyList<Signer>, Task<FallbackOutcome>> doing, CancellationToken ct)
    {
        if (Seen.Exists(text => carried.Open(text, signed.Required) is null))
        {
            (Reasons, Seen) = ([ScannedSets.Stale], []);
            return await ShownAsync(ct);
        }

        var (people, refused) = await signers.AuthenticateAsync(demands, Signers, ct);
        var outcome = refused.Count > 0 ? null : await doing(people);
        if (outcome is null or FallbackOutcome.Refused)
        {
            Reasons = outcome is FallbackOutcome.Refused no ? [.. no.Reasons.Select(reason => reason.Reason)] : refused;
            return await ShownAsync(ct);
        }

        TempData[Done] = outcome switch
        {
            FallbackOutcome.DoneBefore => "before",
            FallbackOutcome.Counted { Absent.Count: > 0 } => "absent",
            _ => done,
        };
        return RedirectToPage();
    }

    private async Task<IActionResult> ShownAsync(CancellationToken ct)
    {
        ModelState.Clear();
        await LoadAsync(ct);
        return Page();
    }
}
