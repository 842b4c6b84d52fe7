namespace HemC101.Tracking.Scans.Isbt;

/// <summary>Why ISBT 128 is refused.</summary>
internal static class IsbtReasons
{
    public static ScanRefusal NotIsbt { get; } = new(
        "isbt.notIsbt",
        "В этом символе нет ни ISBT 128, ни кода объекта центра. Проверьте, тот ли код отсканирован и передаёт ли сканер идентификаторы данных ISBT.",
        "This symbol holds neither ISBT 128 nor a house code. Check that it is the right code and that the scanner transmits ISBT data identifiers.");

    public static ScanRefusal UnknownIdentifier { get; } = new(
        "isbt.unknownIdentifier",
        "Код начинается с неизвестного идентификатора данных ISBT 128. Отсканируйте код на этикетке заново.",
        "The code begins with an unknown ISBT 128 data identifier. Scan the code on the label again.");

    public static ScanRefusal Concatenated { get; } = new(
        "isbt.concatenated",
        "После структуры DS {0} в том же скане есть ещё данные: два кода подряд. Отсканируйте один квадратный код и выключите в сканере объединение кодов ISBT.",
        "More data follows structure DS {0} in the same scan: two codes in a row. Scan one square code and turn ISBT concatenation off in the scanner.");

    public static ScanRefusal NotReadHere { get; } = new(
        "isbt.notReadHere",
        "В коде есть структура DS {0} ({1}): здесь она не читается. Не вводите её вручную; отсканируйте этикетку, напечатанную этой системой.",
        "The code holds structure DS {0} ({2}), which is not read here. Do not type it in; scan the label printed by this system.");

    public static ScanRefusal NoPair { get; } = new(
        "isbt.noPair",
        "Сканер сообщает о паре линейных кодов ISBT 128, а пришёл один код. Отсканируйте квадратный код (Data Matrix).",
        "The scanner reports a pair of linear ISBT 128 codes, but one code arrived. Scan the square code (Data Matrix).");

    public static ScanRefusal MessageInside { get; } = new(
        "isbt.messageInside",
        "Внутри составного сообщения начинается ещё одно: прочитаны два кода подряд. Отсканируйте один код.",
        "Another compound message begins inside the first: two codes were read in a row. Scan one code.");

    public static ScanRefusal DivisionMissing { get; } = new(
        "isbt.divisionMissing",
        "Код продукта отсылает к структуре DS 032 (деление продукта), а её в сообщении нет. Не используйте этикетку, вызовите ОК (QA).",
        "The product code refers to DS 032 (product divisions), which the message does not hold. Do not use the label; call QA.");

    public static ScanRefusal DividedTwice { get; } = new(
        "isbt.dividedTwice",
        "Деление продукта указано дважды: в коде продукта (DS 003) и в DS 032. Не используйте этикетку, вызовите ОК (QA).",
        "The division is given twice: in the product code (DS 003) and in DS 032. Do not use the label; call QA.");

    public static ScanRefusal TooShort { get; } = new(
        "isbt.length",
        "Структура DS {0} ({1}) неполная: нужно знаков {3}, получено {4}. Отсканируйте ещё раз; если повторится, проверьте настройку сканера.",
        "Structure DS {0} ({2}) is incomplete: {3} characters needed, {4} received. Scan again; if it happens again, check the scanner's settings.");

    public static ScanRefusal ConvertedFlags { get; } = new(
        "isbt.convertedFlags",
        "В номере донации на один знак меньше: сканер, вероятно, заменяет два флага контрольным символом. Выключите преобразование флагов ISBT в сканере.",
        "The donation number is one character short: the scanner probably converts the two flags to a check character. Turn ISBT flag conversion off.");

    public static ScanRefusal DroppedIdentifiers { get; } = new(
        "isbt.droppedIdentifiers",
        "Код пришёл без идентификатора данных ISBT: сканер его, вероятно, отбрасывает. Включите в сканере передачу идентификаторов ISBT и отсканируйте ещё раз.",
        "The code came without its ISBT data identifier: the scanner probably drops it. Turn on the transmission of ISBT identifiers and scan again.");

    public static ScanRefusal CompoundHeader { get; } = new(
        "isbt.header",
        "Заголовок составного сообщения неверен. Отсканируйте код ещё раз.",
        "The header of the compound message is wrong. Scan the code again.");

    public static ScanRefusal CompoundOrder { get; } = new(
        "isbt.order",
        "Составное сообщение с порядком структур {0} здесь не печатается: ожидается 000. Отсканируйте этикетку, напечатанную этой системой.",
        "A compound message with structure order {0} is not printed here: 000 is expected. Scan the label printed by this system.");

    public static ScanRefusal CompoundCount { get; } = new(
        "isbt.count",
        "В сообщении заявлено структур: {0}, получено: {1}. Скан неполный или повреждён, отсканируйте ещё раз.",
        "The message announces {0} structures, {1} arrived. The scan is incomplete or damaged; scan again.");

    public static ScanRefusal Leftover { get; } = new(
        "isbt.leftover",
        "С {0}-го знака нет известного идентификатора данных ISBT: сканер отбрасывает идентификаторы или прочитаны два кода подряд. Отсканируйте один код; если повторится, проверьте настройку сканера.",
        "At character {0} there is no known ISBT data identifier: the scanner drops identifiers, or two codes were read in a row. Scan one code; if it happens again, check the scanner's settings.");

    public static ScanRefusal Twice { get; } = new(
        "isbt.twice",
        "Структура DS {0} ({1}) встречается дважды. Не используйте эту этикетку, вызовите ОК (QA).",
        "Structure DS {0} ({2}) occurs twice. Do not use this label; call QA.");

    public static ScanRefusal BadContent { get; } = new(
        "isbt.content",
        "Содержимое структуры DS {0} ({1}) недопустимо. Отсканируйте ещё раз; если повторится, не используйте этикетку и вызовите ОК (QA).",
        "The content of structure DS {0} ({2}) is not valid. Scan again; if it happens again, do not use the label and call QA.");
}
