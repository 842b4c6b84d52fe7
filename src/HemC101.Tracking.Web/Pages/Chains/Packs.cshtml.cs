using HemC101.Tracking.Chain;
using HemC101.Tracking.Papers;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Papers;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <summary>The downtime packs of all active chains: which are missing, and which are older than a day .</summary>
public sealed class PacksModel(Database database, ChainDesk chains, IssueSheet issue, CurrentPerson signed, TimeProvider time) : PageModel
{
    /// <summary>Those without a valid pack first, the oldest of them on top.</summary>
    public IReadOnlyList<ChainState> Active { get; private set; } = [];

    public IReadOnlyList<ChainState> Due => [.. Active.Where(IsDue)];

    public string Attempt { get; private set; } = "";

    public DateTimeOffset Now { get; private set; }

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public bool IsDue(ChainState chain) => !(chain.LastPack?.ValidUntil > Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!DocumentCatalogue.DowntimePack.IsFor(signed.Required))
        {
            return Forbid();
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>A number for each that has no valid one; each chain in a transaction of its own.</summary>
    public async Task<IActionResult> OnPostRefreshAsync(string? attempt, CancellationToken ct)
    {
        if (!DocumentCatalogue.DowntimePack.IsFor(signed.Required))
        {
            return Forbid();
        }

        await LoadAsync(ct);
        List<Text> refused = [];
        foreach (var chain in Due)
        {
            var by = string.IsNullOrEmpty(attempt) ? "" : $"{attempt}/{chain.Coi}";
            if (await issue.RunAsync(new(DocumentCatalogue.DowntimePack, chain.Coi, "", by, signed.Required), ct) is PrintOutcome.Refused no)
            {
                refused.AddRange(no.Reasons.Select(reason => new Text($"{chain.Subject}: {reason.Ru}", $"{chain.Subject}: {reason.En}")));
            }
        }

        await LoadAsync(ct);
        Reasons = refused;
        Verdict = refused.Count > 0
            ? new(VerdictTone.Stop, new("Напечатано не всё", "Not all were printed"))
            : new(VerdictTone.Good, new("Комплекты готовы", "The packs are ready"), new(
                "Откройте каждый, напечатайте и замените им вчерашний.", "Open each, print it and put it in place of yesterday's."));
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        (Now, Attempt) = (time.GetUtcNow(), StepScreens.NewAttempt(time));
        Active =
        [
            .. (await chains.ListAwakeAsync(database, ct).Where(DocumentCatalogue.IsActive).ToListAsync(ct))
                .OrderBy(chain => chain.LastPack?.IssuedAt ?? DateTimeOffset.MinValue).ThenBy(chain => $"{chain.Subject}", StringComparer.Ordinal),
        ];
    }
}
