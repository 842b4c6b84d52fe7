using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)}")]
public sealed class AddThingModel(HouseRegister register, CurrentPerson signed) : PageModel
{
    private static readonly Text NoDay = new("Дата введена не так. Нужны день, месяц и год.", "The date was not entered right. Give day, month and year.");

    [BindProperty(SupportsGet = true)]
    public HouseKind Kind { get; set; }

    [BindProperty]
    public string? NameRu { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public MaterialKind? Material { get; set; }

    [BindProperty]
    public string? ManufacturerLot { get; set; }

    [BindProperty]
    public string? Gtin { get; set; }

    [BindProperty]
    public string? ExpiresOn { get; set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public IActionResult OnGet() => HouseRules.MayRegister(signed.Required, Kind) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var day = DateOnly.TryParseExact(ExpiresOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : (DateOnly?)null;
        if (day is null && !string.IsNullOrWhiteSpace(ExpiresOn))
        {
            Reasons = [NoDay];
            return Page();
        }

        var form = new HouseForm(
            Kind, NameRu?.Trim() ?? "", NameEn?.Trim() ?? "", Material, Entered(ManufacturerLot), Entered(Gtin), day);
        switch (await register.RegisterAsync(form, signed.Required, ct))
        {
            case HouseOutcome.Done done:
                return RedirectToPage("Thing", new { id = done.Thing.HouseId, done = ThingModel.Printed });
            case HouseOutcome.Refused no:
                Reasons = no.Reasons;
                return Page();
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }
    }

    private static string? Entered(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
