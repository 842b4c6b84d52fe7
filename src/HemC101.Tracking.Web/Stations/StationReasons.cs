namespace HemC101.Tracking.Web.Stations;

internal static class StationReasons
{
    public static Text OnlyAdministrators { get; } = new("Станции регистрирует администратор.", "An administrator registers stations.");

    public static Text NoStation { get; } = new(
        "Такого рабочего места нет, или оно выведено из обращения. Заведите его в разделе «Рабочие места» или верните в работу.",
        "There is no such workstation, or it is out of use. Register it under \"Workstations\", or bring it back into use.");

    public static Text NoType { get; } = new("Выберите, что это за место.", "Choose what kind of place it is.");

    public static Text SomebodyWasFirst { get; } = new(
        "Эту станцию только что отозвали или зарегистрировали заново. Ничего не изменено. Посмотрите, как она записана теперь.",
        "This station has just been revoked or registered anew. Nothing was changed. Look how it stands now.");

    public static Text CodeWrong { get; } = new(
        "Код не подошёл: он введён с ошибкой, его срок истёк, или его уже использовали. Устройство не зарегистрировано. "
        + "Попросите администратора выдать новый код на странице «Станции».",
        "The code was not accepted: it was mistyped, its time is over, or it was used already. This device was not registered. "
        + "Ask the administrator for a new code from the page \"Stations\".");
}
