namespace HemC101.Tracking.Web.People;

internal static class PasskeyReasons
{
    public static Text TooLate { get; } = new(
        "Ответ ключа пришёл слишком поздно или уже был использован. Начните заново.",
        "The passkey's answer came too late or was used before. Begin again.");

    /// <summary>Says neither whether the passkey is known nor whether the account is open.</summary>
    public static Text NotAccepted { get; } = new(
        "Ключ доступа не принят: здесь он не записан, удалён, или учётная запись закрыта. Войдите по бейджу или по паролю; если и это не удаётся, обратитесь к администратору.",
        "The passkey was not accepted: it is not registered here, was removed, or the account is closed. Use your badge or your password; if that fails too, ask the administrator.");

    public static Text NotMade { get; } = new(
        "Устройство не создало ключ, который можно принять: нужен ключ с PIN-кодом или отпечатком владельца. Начните заново или возьмите другое устройство.",
        "The device made no passkey that can be accepted: it has to ask its owner for a PIN or a finger. Begin again, or take another device.");

    public static Text WentBack { get; } = new(
        "Вход не выполнен: счётчик этого ключа пошёл назад, возможно, у кого-то есть его копия. Войдите по бейджу или по паролю, удалите этот ключ в «Моей учётной записи» и сообщите администратору.",
        "Not signed in: the counter of this passkey went back, and somebody may hold a copy of it. Use your badge or your password, remove this passkey under \"My account\", and tell the administrator.");

    public static Text PasswordWrong { get; } = new(
        "Пароль не подтверждён, ничего не изменено. Проверьте пароль; после пяти ошибок подряд он закрывается на 15 минут.",
        "The password was not confirmed, and nothing was changed. Check it; after five failures in a row it closes for 15 minutes.");
}
