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
public sealed class FallbackModel(Database database, ChainDesk chains, FallbackDesk desk, FallbackScans scans, Signers signers) : PageModel
{
    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    /// <summary>Donation numbers of the sets scanned so far.</summary>
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
        Seen.Select(text => DonationNumber.TryParse(text, out var donation) ? donation : (DonationNumber?)null).OfType<DonationNumber>().ToHashSet();

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Sets, CountedAt) = await desk.ListAsync(ct);
        Tally = FallbackTally.Of(Sets);
        await using var session = await database.ReadAsync(ct);
        AtTheChair = [.. (await chains.ListAsync(session, ct)).Where(chain => chain.CurrentCollection is { State: CollectionState.Identified })];
    }

    public async Task<IActionResult> OnPostScanAsync(string? scanned, CancellationToken ct)
    {
        var (set, fault) = await scans.JudgeAsync(scanned ?? "", PostedEntry.Of(Request.Form), ct);
        if (set is not null && fault is null && !Scanned.Contains(set.Donation))
        {
            Seen.Add(set.Donation.ToString());
        }

        Verdict = fault is not null ? new(set is null ? VerdictTone.Warning : VerdictTone.Stop, fault)
            : new(VerdictTone.Good, new($"Набор № {set!.Number}: {FallbackRules.NameOf(set.State).Ru}", $"Set no. {set.Number}: {FallbackRules.NameOf(set.State).En}"));
        return await ShownAsync(ct);
    }

    public Task<IActionResult> OnPostPrintAsync(int? count, CancellationToken ct) =>
        DoAsync(FallbackRules.Printing, people => desk.PrintAsync(count ?? 0, people, ct), new("Наборы отправлены на печать", "The sets are being printed"), ct);

    public Task<IActionResult> OnPostIssueAsync(CancellationToken ct) =>
        DoAsync(FallbackRules.Issuing, people => desk.IssueAsync([.. Scanned], people, ct), new("Наборы выданы в отделение", "The sets are issued to the unit"), ct);

    public Task<IActionResult> OnPostDestroyAsync(int? number, string? reason, CancellationToken ct) =>
        DoAsync(FallbackRules.ByTwo, people => desk.DestroyAsync(number ?? 0, reason, people, ct), new("Набор записан как уничтоженный", "The set is recorded as destroyed"), ct);

    public Task<IActionResult> OnPostCountAsync(string? document, CancellationToken ct) =>
        DoAsync(FallbackRules.ByTwo, people => desk.CountAsync(Scanned, (document ?? "").Trim(), people, ct), new("Пересчёт закрыт", "The count is closed"), ct);

    private async Task<IActionResult> DoAsync(
        IReadOnlyList<SignatureDemand> demands, Func<IReadOnlyList<Signer>, Task<FallbackOutcome>> doing, Text done, CancellationToken ct)
    {
        var (people, refused) = await signers.AuthenticateAsync(demands, Signers, ct);
        if (refused.Count > 0)
        {
            Reasons = refused;
            return await ShownAsync(ct);
        }

        switch (await doing(people))
        {
            case FallbackOutcome.Done:
                (Verdict, Seen) = (new(VerdictTone.Good, done), []);
                break;
            case FallbackOutcome.Counted counted:
                (Verdict, Seen) = (counted.Absent.Count == 0
                    ? new(VerdictTone.Good, new("Сошлось: все наборы на месте", "It agrees: all sets are there"))
                    : new(VerdictTone.Stop, new("НЕ СОШЛОСЬ. Отсутствующие наборы записаны по отклонению", "IT DISAGREES. The absent sets are recorded under the deviation")), []);
                break;
            case FallbackOutcome.Refused no:
                Reasons = [.. no.Reasons.Select(reason => reason.Reason)];
                break;
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }

        return await ShownAsync(ct);
    }

    private async Task<IActionResult> ShownAsync(CancellationToken ct)
    {
        ModelState.Clear();
        await OnGetAsync(ct);
        return Page();
    }
}
