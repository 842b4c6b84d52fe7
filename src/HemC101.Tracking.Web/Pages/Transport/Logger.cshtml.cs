using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HemC101.Tracking.Web.Pages.Transport;

[Authorize(Roles = $"{nameof(Role.Courier)},{nameof(Role.LabOperator)},{nameof(Role.ApheresisNurse)},{nameof(Role.WardNurse)},{nameof(Role.Cryostore)},{nameof(Role.QualityAssurance)}")]
public sealed class LoggerModel(ImportLogger import, LoggerPlaces places, Signers signers, TimeProvider time) : Shared.LoggerModel(import, signers, time)
{
    [BindProperty]
    public string? Leg { get; set; }

    public IReadOnlyList<LoggerLeg> Legs { get; private set; } = [];

    protected override Station Station => Station.Transport;

    protected override async Task LoadAsync(CancellationToken ct) => Legs = await places.LegsAsync(ct);

    protected override LoggerPlace? Chosen() => LoggerLeg.Find(Leg);
}
