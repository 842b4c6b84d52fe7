namespace HemC101.Tracking.Web.Alarms;

/// <summary>Why something about alarms was not done, and what to do instead.</summary>
internal static class AlarmReasons
{
    public static Text NoSuchAlarm { get; } = new("Такой тревоги нет. Откройте список заново.", "There is no such alarm. Open the list again.");

    public static Text NotYours { get; } = new(
        "Эту тревогу подтверждает тот, кого она касается или кого вызвали. Сообщите им.",
        "This alarm is acknowledged by those whom it concerns or who were called. Tell them.");

    public static Text Over { get; } = new(
        "Тревогу уже подтвердили, или её причины больше нет. Смотрите ниже.", "The alarm was acknowledged already, or its cause is gone. See below.");

    public static Text NoPerson { get; } = new(
        "Выберите сотрудника с открытой учётной записью.", "Choose a person whose account is open.");

    public static Text NoGroup { get; } = new("Выберите, для каких тревог.", "Choose for which alarms.");

    public static Text Place { get; } = new("Очередь – число от 1 до 99.", "The order is a number from 1 to 99.");

    public static Text Mail { get; } = new(
        "Адрес почты написан не так. Пример: ivanov@example.org.", "The e-mail address is not right. Example: ivanov@example.org.");

    public static Text Phone { get; } = new(
        "Телефон – с плюсом и кодом страны, от 7 до 15 цифр. Пример: +7 912 345-67-89.",
        "The phone number has a plus and the country's code, 7 to 15 digits. Example: +7 912 345-67-89.");

    public static Text NoAddress { get; } = new("Укажите почту, телефон или то и другое.", "Give an e-mail address, a phone number or both.");

    public static Text Removed { get; } = new("Этой записи в списке уже нет.", "This entry is not on the list any more.");

    public static Text Doubled { get; } = new(
        "Этот сотрудник уже в списке. Сначала уберите прежнюю запись.", "This person is on the list already. Remove the old entry first.");
}
