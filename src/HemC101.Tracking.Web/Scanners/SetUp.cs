namespace HemC101.Tracking.Web.Scanners;

/// <summary>
/// How a scanner has to be set. The codes that set it are its maker's and stand in its manual; here is what to look up there.
/// </summary>
/// <param name="Look">What manuals call it.</param>
public sealed record SetUp(Text Name, Text Setting, string Look)
{
    public static IReadOnlyList<SetUp> All { get; } =
    [
        new(new("Связь", "Connection"), new("USB- или Bluetooth-клавиатура; других программ сканера не нужно", "USB or Bluetooth keyboard; no other scanner software is needed"),
            "USB HID keyboard, keyboard wedge"),
        new(new("Страна клавиатуры", "Keyboard country"), new("США", "US"),
            "Keyboard country, keyboard layout"),
        new(new("Русская раскладка", "Russian layout"),
            new("если на компьютере работают в русской раскладке – включить режим Alt: сканер передаёт знаки их номерами и от раскладки не зависит",
                "where people work in the Russian layout, turn Alt mode on: the scanner then sends characters by their numbers, whatever the layout"),
            "ALT mode, universal keyboard, numeric keypad emulation"),
        new(new("Идентификатор символики", "Symbology identifier"),
            new("передавать перед кодом, вид AIM: три знака, начиная с ]", "send it before the code, AIM form: three characters beginning with ]"),
            "Transmit AIM ID, code ID character"),
        new(new("Суффикс", "Suffix"), new("одна клавиша Enter (CR) после кода; не Tab, не LF", "one Enter key (CR) after the code; no Tab, no LF"),
            "Suffix CR, terminator, scan suffix"),
        new(new("Разделитель GS", "GS separator"),
            new("передавать символ GS (ASCII 29) внутри кода; если сканер этого не умеет – заменять знаком | или ~",
                "send the character GS (ASCII 29) inside the code; if the scanner cannot, replace it by | or ~"),
            "Transmit control characters, FNC1 substitution, GS1 separator"),
        new(new("ISBT 128", "ISBT 128"),
            new("идентификаторы данных передавать; флаги в контрольный символ не преобразовывать; коды не объединять",
                "transmit data identifiers; convert no flags to a check character; do not concatenate"),
            "ISBT 128: transmit identifiers, flag conversion, concatenation"),
        new(new("GS1", "GS1"), new("без скобок; первый FNC1 не передавать", "no brackets; do not transmit the first FNC1"),
            "GS1-128, GS1 DataMatrix: bracket mode, leading FNC1"),
        new(new("Регистр букв", "Case of letters"), new("не менять", "leave unchanged"),
            "Case conversion"),
        new(new("Скорость", "Speed"), new("без задержки между символами", "no delay between characters"),
            "Inter-character delay"),
        new(new("Повторное считывание", "Reading again"), new("тот же код – не раньше чем через 1 секунду", "the same code not before 1 second has passed"),
            "Same-symbol timeout, reread delay"),
    ];
}
