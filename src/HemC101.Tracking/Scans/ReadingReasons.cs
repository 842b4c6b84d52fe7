namespace HemC101.Tracking.Scans;

/// <summary>Why a scan could not be read and what to do, whatever standard it follows.</summary>
internal static partial class ReadingReasons
{
    public static Text Empty { get; } = new(
        "Сканер ничего не передал. Отсканируйте код ещё раз.",
        "The scanner sent nothing. Scan the code again.");

    public static Text TooLong { get; } = new(
        "Сканер передал слишком длинный текст: возможно, несколько кодов подряд. Отсканируйте один код.",
        "The scanner sent too long a text, perhaps several codes in a row. Scan one code.");

    public static Text UnknownSymbol { get; } = new(
        "Символ этого вида ({0}) здесь не используется. Отсканируйте квадратный код (Data Matrix) на этикетке.",
        "This kind of symbol ({0}) is not used here. Scan the square code (Data Matrix) on the label.");

    public static Text Nothing { get; } = new(
        "Код не распознан: это не ISBT 128, не GS1 и не код объекта центра. Отсканируйте код на этикетке; если он верный, проверьте настройку сканера.",
        "Not recognised: neither ISBT 128, nor GS1, nor a house code. Scan the code on the label; if it is the right one, check the scanner's settings.");

    public static Text TwoMeanings { get; } = new(
        "Из-за раскладки клавиатуры или CapsLock код читается двояко. Включите английскую раскладку, выключите CapsLock и отсканируйте ещё раз.",
        "Because of the keyboard layout or CapsLock this code can be read in two ways. Switch to English, turn CapsLock off and scan again.");

    public static Text WrongCheck { get; } = new(
        "Контрольный символ не подходит к номеру. Проверьте каждый символ по этикетке и введите номер заново.",
        "The check character does not match the number. Compare every character with the label and type it again.");

    public static Text CheckNeeded { get; } = new(
        "Номер введён без контрольного символа. Введите и его: он напечатан после номера в рамке.",
        "The number was typed without its check character. Type that too: it is printed in a box after the number.");
}
