using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <param name="What">As the ledger has it; null for a correction that is not in this history.</param>
public sealed record IdentityChangeLine(IdentityChange Change, IdentityCorrected What, Act Act, IReadOnlyList<Print> Labels);

/// <summary>Corrected names and birth dates: what kind of value changed, and what becomes of every label that says the former one. No name stands here.</summary>
public sealed class IdentityModel(Database database, ChainDesk chains) : PageModel
{
    public ChainState Chain { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<IdentityChangeLine> Changes { get; private set; } = [];

    public bool MayCorrect => User.IsInRole(nameof(Role.Investigator)) || User.IsInRole(nameof(Role.Coordinator));

    public bool MayDecide => User.IsInRole(nameof(Role.QualityAssurance)) && Chain.AwaitsRelabelDecision;

    public async Task<IActionResult> OnGetAsync(string coi, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return NotFound();
        }

        Chain = chain;
        var history = await ChainStreams.HistoryAsync(database, id, ct);
        Changes =
        [
            .. from change in chain.IdentityChanges
               from happened in history
               where happened.Version == change.Version && happened.What is IdentityCorrected
               orderby change.Number descending
               select new IdentityChangeLine(
                   change, (IdentityCorrected)happened.What, happened.Act, [.. change.Labels.Select(serial => chain.Prints[serial])]),
        ];
        return Page();
    }

    /// <summary>What is to be done about a label on the list, or was done.</summary>
    public LabelFate FateOf(IdentityChange change, Print print) => LabelFates.Of(Chain, change, print);
}
