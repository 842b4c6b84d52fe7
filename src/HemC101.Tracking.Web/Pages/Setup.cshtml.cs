using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Pages.Administration;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages;

/// <summary>Where the link of a first start leads; not found as soon as somebody has an account.</summary>
[AllowAnonymous]
public sealed class SetupModel(FirstStart first, Database database) : PageModel
{
    private static readonly Text NotTwiceAlike = new(
        "Пароль или PIN-код введён дважды по-разному. Введите их заново.", "The password or the PIN was not entered twice alike. Enter them again.");

    private static readonly Text NameTooLong = new(
        $"Имя длиннее {AddPersonModel.LongestName} знаков не помещается на бейдже.",
        $"A name of more than {AddPersonModel.LongestName} characters does not fit the badge.");

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    [BindProperty]
    public string? PinAgain { get; set; }

    /// <summary>Nobody has an account yet, but this link makes none.</summary>
    public bool LinkIsInvalid { get; private set; }

    /// <summary>Null until the account is made.</summary>
    public PersonAccount? Made { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public string BadgeText => Made is { } account ? Badge.Text(account.StaffNo, account.BadgeSerial) : "";

    public HtmlString BadgeSymbol => new(BarcodeSvg.Write(
        BarcodeEngines.Create().Encode(Symbology.DataMatrix, BadgeText), label: Language.T("Бейдж", "Badge")));

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await ClosedAsync(token, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await ClosedAsync(token, ct) is { } closed)
        {
            return closed;
        }

        if (Password != PasswordAgain || Pin != PinAgain || FullName?.Length > AddPersonModel.LongestName)
        {
            Reasons = [FullName?.Length > AddPersonModel.LongestName ? NameTooLong : NotTwiceAlike];
            return Page();
        }

        var answer = await first.AddAsync(
            token, FullName?.Trim() ?? "", UserName?.Trim() ?? "", Password ?? "", Pin ?? "", Language.Current, ct);
        if (answer is PersonChange.Refused refused)
        {
            Reasons = refused.Reasons;
            return Page();
        }

        Made = await PersonAccounts.FindAsync(database, ((PersonChange.Done)answer).Person.Number, ct);
        return Page();
    }

    /// <returns>Null when the link can be used.</returns>
    private async Task<IActionResult?> ClosedAsync(string token, CancellationToken ct)
    {
        switch (await first.LookAsync(token, ct))
        {
            case SetupLinkState.NoLongerNeeded:
                return NotFound();
            case SetupLinkState.Invalid:
                LinkIsInvalid = true;
                return new PageResult { StatusCode = StatusCodes.Status410Gone };
            default:
                return null;
        }
    }
}
