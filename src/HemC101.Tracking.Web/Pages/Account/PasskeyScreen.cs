namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>What the pages say when browser and authenticator come to nothing; the server never hears of it.</summary>
internal static class PasskeyScreen
{
    public static Text NotSignedIn { get; } = new(
        "Вход с ключом не состоялся: устройство отказало, время вышло или ключа для этого сайта на нём нет. Повторите или войдите по бейджу или паролю.",
        "Nothing came of the passkey: the device refused, its time ran out, or it has none for this site. Try again, or use your badge or your password.");

    public static Text NotAdded { get; } = new(
        "Ключ не создан: устройство отказало, время вышло или этот ключ здесь уже записан. Ничего не изменено. Нажмите «Создать ключ» ещё раз или возьмите другое устройство.",
        "No passkey was made: the device refused, its time ran out, or it is registered here already. Nothing was changed. Press \"Make the passkey\" again, or take another device.");

    public static Text NoWay { get; } = new(
        "Этот браузер не умеет создавать ключи доступа. Откройте страницу по https:// в новом браузере со включёнными скриптами.",
        "This browser makes no passkeys. Open the page by https:// in a recent browser with scripts switched on.");

    public static Text NoWayToShow { get; } = new(
        "Этот браузер не умеет показывать ключи доступа. Откройте страницу по https:// в новом браузере со включёнными скриптами или работайте на зарегистрированной станции.",
        "This browser shows no passkeys. Open the page by https:// in a recent browser with scripts switched on, or work at a registered station.");
}
