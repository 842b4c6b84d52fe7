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

    public static Text NoAddress { get; } = new(
        "Укажите почту, телефон или то и другое: адреса этого сотрудника ещё нет ни в одном списке.",
        "Give an e-mail address, a phone number or both: no list has an address of this person yet.");

    public static Text Time { get; } = new(
        $"Смена: укажите начало и конец по московскому времени и число дней от 1 до {OnCallForm.MostDays}; или оставьте всё это пустым – тогда вызывают всегда.",
        $"A shift: give begin and end in Moscow time and 1 to {OnCallForm.MostDays} days; or leave all of it empty: then the person is always called.");

    public static Text Shift { get; } = new(
        "Смена кончается раньше, чем начинается, или длится больше 14 суток. Проверьте даты.", "The shift ends before it begins, or lasts more than 14 days. Check the dates.");

    public static Text ShiftsMeet { get; } = new(
        "Смена длиннее суток, и дни подряд перекрылись бы. Внесите её один раз.", "The shift is longer than a day, so that days in a row would overlap. Enter it once.");

    public static Text ShiftIsOver { get; } = new("Эта смена уже прошла. Проверьте даты.", "This shift is over already. Check the dates.");

    public static Text PlaceTaken { get; } = new(
        "На это время в этой очереди уже стоит другой. Уберите его запись или выберите другую очередь.",
        "Somebody else has this place in the order at that time. Remove their entry, or choose another place.");

    public static Text Removed { get; } = new("Этой записи в списке уже нет.", "This entry is not on the list any more.");

    public static Text Doubled { get; } = new(
        "Этот сотрудник на это время уже в списке. Сначала уберите прежнюю запись.", "This person is on the list for that time already. Remove the old entry first.");
}
