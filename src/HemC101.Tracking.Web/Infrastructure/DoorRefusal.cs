using System.Text.RegularExpressions;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Why a request was turned away before any page saw it; the error page says it.</summary>
internal sealed partial record DoorRefusal(int Status, Text Reason)
{
    public static DoorRefusal Control(string field, char found) => new(StatusCodes.Status400BadRequest, new(
        $"{In(field).Ru} есть управляющий символ U+{(int)found:X4}, которого не бывает ни в тексте, ни в коде. Ничего не записано. "
        + "Вернитесь и введите поле заново; если так передал сканер, проверьте его настройку.",
        $"{In(field).En} there is the control character U+{(int)found:X4}, which belongs in no text and no code. Nothing was recorded. "
        + "Go back and enter the field again; if the scanner sent it, check the scanner's settings."));

    public static DoorRefusal TooLong(string field, int limit) => new(StatusCodes.Status413PayloadTooLarge, new(
        $"{In(field).Ru} больше {limit} знаков. Ничего не записано. Вернитесь и введите короче.",
        $"{In(field).En} there are more than {limit} characters. Nothing was recorded. Go back and enter less."));

    public static DoorRefusal TooMuch { get; } = new(StatusCodes.Status413PayloadTooLarge, new(
        "Форма слишком велика и не прочитана. Ничего не записано. Вернитесь и введите короче; со сканера отправляйте один код.",
        "The form is too large and was not read. Nothing was recorded. Go back and enter less; from the scanner send one code."));

    /// <summary>The server's own reader of forms gives up at a NUL without saying where.</summary>
    public static DoorRefusal Broken { get; } = new(StatusCodes.Status400BadRequest, new(
        "В форме есть управляющий символ U+0000, или она пришла повреждённой. Ничего не записано. "
        + "Вернитесь и введите поля заново; если так передал сканер, проверьте его настройку.",
        "The form holds the control character U+0000 or arrived damaged. Nothing was recorded. "
        + "Go back and enter the fields again; if the scanner sent it, check the scanner's settings."));

    public static DoorRefusal TooManySignIns(int seconds) => new(StatusCodes.Status429TooManyRequests, new(
        $"С этого адреса входят слишком часто, и вход не выполнен. Подождите {seconds} с и войдите снова. Кто уже вошёл, работает дальше. "
        + "Если так бывает при смене, администратор увеличивает Limits:SignInsPerMinute.",
        $"There were too many sign-ins from this address, and you are not signed in. Wait {seconds} s and sign in again. Whoever is signed in works on. "
        + "If it happens at a change of shift, the administrator raises Limits:SignInsPerMinute."));

    public static DoorRefusal TooManyScans(int seconds) => new(StatusCodes.Status429TooManyRequests, new(
        $"Сканирований слишком много, последнее не принято. Подождите {seconds} с, вернитесь и отсканируйте снова; "
        + "если сканер передаёт сам, выключите его непрерывный режим. Пауза, остановка, окончание и реакция записываются сразу.",
        $"There were too many scans, and the last one was not taken. Wait {seconds} s, go back and scan again; "
        + "if the scanner sends by itself, switch its continuous mode off. Pause, stop, end and reaction are recorded at once."));

    private static Text In(string field) => Name().IsMatch(field)
        ? new($"В поле «{field}»", $"In the field \"{field}\"")
        : new("В одном из полей", "In one of the fields");

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.\[\]]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
