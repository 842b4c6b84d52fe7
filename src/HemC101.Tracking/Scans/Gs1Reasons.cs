namespace HemC101.Tracking.Scans;

/// <summary>GS1 element strings.</summary>
internal static partial class ReadingReasons
{
    public static Text NotGs1 { get; } = new(
        "По символу это код GS1, но его содержимое не строка GS1. Отсканируйте код ещё раз.",
        "By its symbol this is a GS1 code, but its content is no GS1 element string. Scan it again.");

    public static Text Brackets { get; } = new(
        "Сканер передаёт идентификаторы GS1 в скобках. Выключите в сканере скобки и отсканируйте ещё раз.",
        "The scanner puts GS1 identifiers in brackets. Turn the brackets off in the scanner and scan again.");

    public static Text DigitalLink { get; } = new(
        "Это ссылка GS1 Digital Link, здесь она не принимается. Отсканируйте квадратный код GS1 DataMatrix.",
        "This is a GS1 Digital Link, which is not accepted here. Scan the square GS1 DataMatrix code.");

    public static Text UnknownAi { get; } = new(
        "Неизвестный идентификатор применения GS1 в «{0}». Код повреждён, или сканер теряет разделитель GS; отсканируйте ещё раз, затем проверьте настройку сканера.",
        "Unknown GS1 application identifier at “{0}”. The code is damaged, or the scanner loses the GS separator; scan again, then check the scanner's settings.");

    public static Text NotOurAi { get; } = new(
        "Код GS1 с идентификатором ({0}) здесь не используется. Отсканируйте код материала с GTIN (01) или браслет участника.",
        "A GS1 code with identifier ({0}) is not used here. Scan a material's code with a GTIN (01) or the participant's wristband.");

    public static Text AiValue { get; } = new(
        "Значение идентификатора GS1 ({0}) недопустимо. Отсканируйте ещё раз; если повторится, не используйте этот код.",
        "The value of GS1 identifier ({0}) is not valid. Scan again; if it happens again, do not use this code.");

    public static Text MissingSeparator { get; } = new(
        "После идентификатора GS1 ({0}) нет разделителя GS: код читается неоднозначно. Настройте сканер на передачу символа GS (ASCII 29) и отсканируйте ещё раз.",
        "No GS separator after GS1 identifier ({0}): the code is ambiguous. Set the scanner to transmit GS (ASCII 29) and scan again.");

    public static Text AiTwice { get; } = new(
        "Идентификатор GS1 ({0}) встречается дважды. Отсканируйте один код.",
        "GS1 identifier ({0}) occurs twice. Scan one code.");

    public static Text NoKey { get; } = new(
        "В коде GS1 нет ни GTIN (01), ни номера участника (8018). Отсканируйте код материала или браслет участника.",
        "The GS1 code has neither a GTIN (01) nor a participant's number (8018). Scan the material's code or the participant's wristband.");

    public static Text NotAWristband { get; } = new(
        "Это код участника, но не с браслета (вид носителя {0}). Отсканируйте браслет на руке участника.",
        "This is the participant's code, but not from a wristband (media type {0}). Scan the wristband on the participant's wrist.");

    public static Text WristbandIncomplete { get; } = new(
        "Код участника неполный: нужны номер браслета (8019) и вид носителя (7241), разделённые символом GS. Отсканируйте браслет; если повторится, настройте сканер на передачу GS.",
        "The participant's code is incomplete: the wristband instance (8019) and the media type (7241), separated by GS, are needed. Scan the wristband; if it happens again, set the scanner to transmit GS.");

    public static Text WristbandMixed { get; } = new(
        "В коде участника есть лишние данные ({0}): такой браслет здесь не печатается. Отсканируйте браслет этого исследования.",
        "The participant's code holds other data ({0}): no such wristband is printed here. Scan the wristband of this trial.");
}
