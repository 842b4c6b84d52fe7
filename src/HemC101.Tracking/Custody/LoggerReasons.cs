namespace HemC101.Tracking.Custody;

/// <summary>Why a logger's file cannot be read.</summary>
internal static class LoggerReasons
{
    public static Text TooLarge { get; } = new(
        "файл больше 2 МБ. Выгрузите из логгера только нужный отрезок времени.", "the file is larger than 2 MB. Export the wanted time alone from the logger.");

    public static Text TooManyLines { get; } = new(
        "в файле больше 100 000 строк. Выгрузите только нужный отрезок времени.", "the file has more than 100,000 lines. Export the wanted time alone.");

    public static Text Empty { get; } = new("в файле нет ни одного показания.", "the file holds no reading.");

    public static Text OneColumn { get; } = new(
        "нужны хотя бы два столбца, время и температура, через точку с запятой, табуляцию или запятую. Выгрузите файл как CSV.",
        "at least two columns are needed, time and temperature, apart by semicolon, tab or comma. Export the file as CSV.");

    public static Text CommaTwice { get; } = new(
        "запятая и разделяет столбцы, и стоит в числе: что есть что, неясно. Выгрузите файл с точкой с запятой.",
        "the comma parts columns and stands in numbers, too: which is which is not clear. Export the file with semicolons.");

    public static Text TimeTwice { get; } = new(
        "дата и время стоят в разных столбцах. Выгрузите их одним столбцом: 02.03.2026 14:05.",
        "date and time stand in different columns. Export them as one: 02.03.2026 14:05.");

    public static Text Fahrenheit { get; } = new(
        "температура в градусах Фаренгейта. Выгрузите файл в °C.", "the temperature is in Fahrenheit. Export the file in °C.");

    public static Text Time { get; } = new(
        "время не читается. Нужно 2026-03-02 14:05 или 02.03.2026 14:05.", "the time cannot be read. It has to be 2026-03-02 14:05 or 02.03.2026 14:05.");

    public static Text Number { get; } = new(
        "температура не читается. Нужно число в °C от −273,15 до 200, например −150,5.", "the temperature cannot be read. It has to be a number in °C from −273.15 to 200, such as −150.5.");

    public static Text Columns(int wanted, int found) => new(
        $"столбцов {found}, а в начале файла их {wanted}.", $"there are {found} columns, and {wanted} at the beginning of the file.");
}
