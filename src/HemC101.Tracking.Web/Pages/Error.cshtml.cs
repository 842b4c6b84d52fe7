using System.Diagnostics;
using System.Security.Cryptography;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages;

/// <summary>Shown in place of a page that could not be, whatever the method of the request was.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly Text NotAccepted = new("Форма не принята", "The form was not accepted");

    private static readonly Text DatabaseFails = new("Сбой базы данных", "The database failed");

    private static readonly Text KeysFail = new("Имя участника не открывается", "The participant's name does not open");

    private static readonly Text KeyLost = new(
        "Ключ, которым оно зашифровано, утрачен или отозван. Шаг не записан, журнал цел. Сообщите администратору: копия связки ключей хранится у службы качества.",
        "The key that sealed it is lost or was revoked. The step was not recorded, the ledger is whole. Tell the administrator: quality assurance keeps a copy of the key ring.");

    /// <summary>From the address alone: the form that could not be taken may have a field of that name.</summary>
    [BindProperty(SupportsGet = true)]
    [FromRoute]
    public int? Code { get; set; }

    public string RequestId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public Verdict Verdict => HttpContext.Features.Get<DoorRefusal>() is { } turnedAway ? new(VerdictTone.Warning, NotAccepted, turnedAway.Reason) : Code switch
    {
        StatusCodes.Status503ServiceUnavailable when Trouble is { } trouble => new(VerdictTone.Stop, Error is CryptographicException ? KeysFail : DatabaseFails, trouble),
        StatusCodes.Status400BadRequest => new(VerdictTone.Warning,
            NotAccepted,
            new("Она устарела или отправлена после выхода. Ничего не записано. Откройте страницу заново и повторите.",
                "It is out of date or was sent after sign-out. Nothing was recorded. Open the page again and repeat.")),
        StatusCodes.Status403Forbidden => new(VerdictTone.Stop,
            new("Нет права на эту страницу", "You have no right to this page"),
            new("Ваши роли её не открывают. Если это ваша работа, попросите администратора проверить роли.",
                "Your roles do not open it. If this is your work, ask the administrator to check your roles.")),
        StatusCodes.Status404NotFound => new(VerdictTone.Warning,
            new("Такой страницы или записи нет", "There is no such page or record"),
            new("Проверьте адрес или отсканируйте этикетку на любой странице.", "Check the address, or scan the label on any page.")),
        StatusCodes.Status405MethodNotAllowed => new(VerdictTone.Warning,
            new("Эту страницу так открыть нельзя", "This page cannot be opened that way"),
            new("Перейдите к ней из меню участка.", "Go to it from the station's menu.")),
        _ => new(VerdictTone.Stop,
            new("Сбой системы", "The system failed"),
            new("Считайте шаг незаписанным, пока не увидите его в цепочке. Откройте цепочку и проверьте; при повторе сообщите администратору номер запроса.",
                "Take the step as not recorded until you see it in the chain. Open the chain and check; if it happens again, give the administrator the request number.")),
    };

    private Exception? Error => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;

    /// <summary>What the database or the key ring says of itself; null when the fault lies elsewhere.</summary>
    private Text? Trouble => Error switch
    {
        CryptographicException => KeyLost,
        DatabaseUnusableException unusable => unusable.Text,
        DatabaseBusyException busy => busy.Text,
        _ => null,
    };

    public void OnGet() => Settle();

    public void OnPost() => Settle();

    private void Settle()
    {
        Code = Trouble is not null ? StatusCodes.Status503ServiceUnavailable
            : Code is >= 400 and < 600 ? Code
            : StatusCodes.Status500InternalServerError;
        Response.StatusCode = Code.Value;
    }
}
