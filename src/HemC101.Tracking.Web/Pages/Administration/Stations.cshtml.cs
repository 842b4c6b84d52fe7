using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Stations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>Which browser stands at which workstation. A code is shown once, in answer to who asked for it.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
public sealed class StationsModel(Database database, StationRegister register, CurrentPerson signed) : PageModel
{
    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public StationType? Type { get; set; }

    [BindProperty]
    public string? Device { get; set; }

    public IReadOnlyList<(HouseThingRow Thing, StationDeviceRow? Device)> Stations { get; private set; } = [];

    /// <summary>Null unless a code was just asked for.</summary>
    public StationOutcome.Offered? Offered { get; private set; }

    public Verdict? Verdict { get; private set; }

    /// <summary>As people read it: in two halves.</summary>
    public string Code => Offered is { } offered ? $"{offered.Code[..4]}-{offered.Code[4..]}" : "";

    public HtmlString Symbol => new(BarcodeSvg.Write(
        BarcodeEngines.Create().Encode(Symbology.DataMatrix, Offered?.Code ?? ""), label: Language.T("Код станции", "Code of the station")));

    public Task OnGetAsync(bool revoked, CancellationToken ct)
    {
        if (revoked)
        {
            Verdict = new(VerdictTone.Good, new("Регистрация отозвана", "The registration was revoked"), new(
                "Устройство больше не станция.", "The device is a station no more."));
        }

        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostOfferAsync(CancellationToken ct) =>
        await AnswerAsync(HouseId.TryParse(Id, out var id) ? await register.OfferAsync(id, Type, signed.Required, ct) : NoStation, ct);

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) =>
        await AnswerAsync(HouseId.TryParse(Id, out var id) ? await register.RevokeAsync(id, Device ?? "", signed.Required, ct) : NoStation, ct);

    private static StationOutcome NoStation => new StationOutcome.Refused(StationReasons.NoStation);

    private async Task<IActionResult> AnswerAsync(StationOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case StationOutcome.Revoked:
                return RedirectToPage(new { revoked = true });
            case StationOutcome.Refused no:
                Verdict = new(VerdictTone.Stop, new("Не изменено", "Not changed"), no.Reason);
                break;
            default:
                Offered = (StationOutcome.Offered)outcome;
                break;
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var devices = (await StationDevices.ListAsync(database, ct)).ToDictionary(device => device.HouseId);
        Stations = [.. (await HouseThings.ListAsync(database, HouseKind.Station, ct)).Select(thing => (thing, devices.GetValueOrDefault(thing.HouseId)))];
    }
}
