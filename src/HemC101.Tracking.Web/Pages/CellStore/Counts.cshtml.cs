using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.CellStore;

/// <summary>Counts of the store: those that were made, and a new one.</summary>
[Authorize(Roles = $"{nameof(Role.Cryostore)},{nameof(Role.LabOperator)},{nameof(Role.QualityAssurance)}")]
public sealed class CountsModel(CountDesk desk, LoggerPlaces places, CurrentPerson signed) : PageModel
{
    [BindProperty]
    public List<string> Positions { get; set; } = [];

    public IReadOnlyList<HouseThingRow> Places { get; private set; } = [];

    public IReadOnlyList<InventoryCount> Counts { get; private set; } = [];

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public bool IsChosen(HouseId place) => !Request.HasFormContentType || Positions.Contains(place.ToString());

    public async Task OnGetAsync(CancellationToken ct) => (Places, Counts) = (await places.PositionsAsync(ct), await desk.ListAsync(ct));

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        var chosen = Places.Select(place => place.HouseId).Where(place => Positions.Contains(place.ToString())).ToHashSet();
        switch (await desk.OpenAsync(chosen, signed.Required, ct))
        {
            case CountOutcome.Opened opened:
                return Redirect($"/CellStore/Count/{opened.Number}");
            case CountOutcome.Refused no:
                Reasons = [.. no.Reasons.Select(reason => reason.Reason)];
                return Page();
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }
    }
}
