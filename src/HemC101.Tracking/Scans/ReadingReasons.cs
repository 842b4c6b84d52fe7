using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>Why a scan could not be read and what to do, whatever standard it follows.</summary>
internal static class ReadingReasons
{
    public static ScanRefusal Empty { get; } = new(
        "scan.empty",
        "Сканер ничего не передал. Отсканируйте код ещё раз.",
        "The scanner sent nothing. Scan the code again.");

    public static ScanRefusal TooLong { get; } = new(
        "scan.tooLong",
        "Сканер передал слишком длинный текст: возможно, несколько кодов подряд. Отсканируйте один код.",
        "The scanner sent too long a text, perhaps several codes in a row. Scan one code.");

    public static ScanRefusal UnknownSymbol { get; } = new(
        "scan.unknownSymbol",
        "Символ этого вида ({0}) здесь не используется. Отсканируйте квадратный код (Data Matrix) на этикетке.",
        "This kind of symbol ({0}) is not used here. Scan the square code (Data Matrix) on the label.");

    public static ScanRefusal Nothing { get; } = new(
        "scan.unknown",
        "Код не распознан: это не ISBT 128, не GS1 и не код объекта центра. Отсканируйте код на этикетке; если он верный, проверьте настройку сканера.",
        "Not recognised: neither ISBT 128, nor GS1, nor a house code. Scan the code on the label; if it is the right one, check the scanner's settings.");

    public static ScanRefusal TwoMeanings { get; } = new(
        "scan.twoMeanings",
        "Код читается двояко: его могли изменить раскладка клавиатуры, CapsLock или повторное считывание. Включите английскую раскладку, выключите CapsLock, очистите поле и отсканируйте ещё раз.",
        "This code can be read in two ways: the keyboard layout, CapsLock or a doubled read may have changed it. Switch to English, turn CapsLock off, clear the field and scan again.");

    public static ScanRefusal WrongCheck { get; } = new(
        "scan.wrongCheck",
        "Контрольный символ не подходит к номеру. Проверьте каждый символ по этикетке и введите номер заново.",
        "The check character does not match the number. Compare every character with the label and type it again.");

    public static ScanRefusal CheckNeeded { get; } = new(
        "scan.checkNeeded",
        "Номер введён без контрольного символа. Введите и его: он напечатан после номера в рамке.",
        "The number was typed without its check character. Type that too: it is printed in a box after the number.");

    public static ScanRefusal TwoScans { get; } = new(
        "scan.twoScans",
        "В поле два разных скана подряд. Очистите поле и отсканируйте один код.",
        "Two different scans stand in the field. Clear it and scan one code.");

    public static ScanRefusal HouseForm { get; } = new(
        "house.form",
        "Код объекта центра должен состоять из &e, &l, &m, &t, &s или &w и 10 знаков (0-9, A-Z). Отсканируйте код заново или введите его вместе с контрольным символом.",
        "A house code is &e, &l, &m, &t, &s or &w and 10 characters (0-9, A-Z). Scan it again, or type it with its check character.");

    public static bool ConcernsTyping(ScanRefusal refusal) =>
        refusal.IsFor(TwoMeanings) || refusal.IsFor(CheckNeeded) || refusal.IsFor(WrongCheck) || refusal.IsFor(IsbtReasons.DroppedIdentifiers);
}
