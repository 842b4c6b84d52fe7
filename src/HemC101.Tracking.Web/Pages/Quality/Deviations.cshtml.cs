using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>Every open deviation of every chain, critical ones first; of those chains also what was closed.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)},{nameof(Role.Investigator)}")]
public sealed class DeviationsModel(Database database, ChainDesk chains) : PageModel
{
    public IReadOnlyList<(ChainState Chain, Deviation Deviation)> Open { get; private set; } = [];

    public IReadOnlyList<(ChainState Chain, Deviation Deviation)> Closed { get; private set; } = [];

    public IReadOnlyDictionary<StaffNumber, string> Names { get; private set; } = new Dictionary<StaffNumber, string>();

    public bool MayClose => User.IsInRole(nameof(Role.QualityAssurance)) || User.IsInRole(nameof(Role.QualifiedPerson));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var all = await chains.ListAwakeAsync(session, ct).SelectMany(chain => chain.Deviations.Select(deviation => (Chain: chain, Deviation: deviation))).ToListAsync(ct);
        Open = [.. all.Where(one => one.Deviation.IsOpen).OrderByDescending(one => one.Deviation.Class).ThenBy(one => one.Deviation.OpenedAt)];
        Closed = [.. all.Where(one => !one.Deviation.IsOpen).OrderByDescending(one => one.Deviation.OpenedAt)];
        Names = (await PersonAccounts.ListAsync(session, ct)).ToDictionary(account => account.StaffNo, account => account.FullName);
    }
}
