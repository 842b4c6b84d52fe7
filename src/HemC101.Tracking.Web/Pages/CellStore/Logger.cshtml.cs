using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HemC101.Tracking.Web.Pages.CellStore;

[Authorize(Roles = $"{nameof(Role.Cryostore)},{nameof(Role.QualityAssurance)}")]
public sealed class LoggerModel(ImportLogger import, LoggerPlaces places, Signers signers, TimeProvider time) : Shared.LoggerModel(import, signers, time)
{
    [BindProperty]
    public List<string> Positions { get; set; } = [];

    public IReadOnlyList<HouseThingRow> Places { get; private set; } = [];

    protected override Station Station => Station.CellStore;

    /// <summary>All of them, until somebody takes one out: what is forgotten would not be held.</summary>
    public bool IsChosen(HouseId place) => !Request.HasFormContentType || Positions.Contains(place.ToString());

    protected override async Task LoadAsync(CancellationToken ct) => Places = await places.PositionsAsync(ct);

    protected override LoggerPlace? Chosen() => new LoggerPlace.Positions(
        Positions.Select(text => HouseId.TryParse(text, out var id) ? id : (HouseId?)null).OfType<HouseId>().ToHashSet());
}
