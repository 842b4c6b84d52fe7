namespace HemC101.Tracking.Scans;

/// <summary>ISBT 128 and house codes.</summary>
internal static partial class ReadingReasons
{
    public static Text NotIsbt { get; } = new(
        "В этом символе нет ни ISBT 128, ни кода объекта центра. Проверьте, тот ли код отсканирован и передаёт ли сканер идентификаторы данных ISBT.",
        "This symbol holds neither ISBT 128 nor a house code. Check that it is the right code and that the scanner transmits ISBT data identifiers.");

    public static Text HouseForm { get; } = new(
        "Код объекта центра должен состоять из &e, &l, &m, &t, &s или &w и 10 знаков (0-9, A-Z). Отсканируйте код заново или введите его вместе с контрольным символом.",
        "A house code is &e, &l, &m, &t, &s or &w and 10 characters (0-9, A-Z). Scan it again, or type it with its check character.");

    public static Text UnknownIdentifier { get; } = new(
        "Код начинается с неизвестного идентификатора данных ISBT 128. Отсканируйте код на этикетке заново.",
        "The code begins with an unknown ISBT 128 data identifier. Scan the code on the label again.");

    public static Text Concatenated { get; } = new(
        "После структуры DS {0} в том же скане есть ещё данные: два кода подряд. Отсканируйте один квадратный код и выключите в сканере объединение кодов ISBT.",
        "More data follows structure DS {0} in the same scan: two codes in a row. Scan one square code and turn ISBT concatenation off in the scanner.");

    public static Text NotAlone { get; } = new(
        "Это отдельный код DS {0} ({1}): он не указывает, чья это этикетка. Отсканируйте квадратный код (Data Matrix) на этикетке.",
        "This is a single code DS {0} ({2}): it does not say whose label this is. Scan the square code (Data Matrix) on the label.");

    public static Text NotOurs { get; } = new(
        "В коде есть структура DS {0} ({1}), на этикетках центра её не бывает. Отсканируйте этикетку, напечатанную этой системой.",
        "The code holds structure DS {0} ({2}), which no label printed here has. Scan the label printed by this system.");

    public static Text TooShort { get; } = new(
        "Структура DS {0} ({1}) неполная: нужно знаков {3}, получено {4}. Отсканируйте ещё раз; если повторится, проверьте настройку сканера.",
        "Structure DS {0} ({2}) is incomplete: {3} characters needed, {4} received. Scan again; if it happens again, check the scanner's settings.");

    public static Text ConvertedFlags { get; } = new(
        "В номере донации на один знак меньше: сканер, вероятно, заменяет два флага контрольным символом. Выключите преобразование флагов ISBT в сканере.",
        "The donation number is one character short: the scanner probably converts the two flags to a check character. Turn ISBT flag conversion off.");

    public static Text DroppedIdentifiers { get; } = new(
        "Код пришёл без идентификатора данных ISBT: сканер его, вероятно, отбрасывает. Включите в сканере передачу идентификаторов ISBT и отсканируйте ещё раз.",
        "The code came without its ISBT data identifier: the scanner probably drops it. Turn on the transmission of ISBT identifiers and scan again.");

    public static Text CompoundHeader { get; } = new(
        "Заголовок составного сообщения неверен. Отсканируйте код ещё раз.",
        "The header of the compound message is wrong. Scan the code again.");

    public static Text CompoundOrder { get; } = new(
        "Составное сообщение с порядком структур {0} здесь не печатается: ожидается 000. Отсканируйте этикетку, напечатанную этой системой.",
        "A compound message with structure order {0} is not printed here: 000 is expected. Scan the label printed by this system.");

    public static Text CompoundCount { get; } = new(
        "В сообщении заявлено структур: {0}, получено: {1}. Скан неполный или повреждён, отсканируйте ещё раз.",
        "The message announces {0} structures, {1} arrived. The scan is incomplete or damaged; scan again.");

    public static Text CompoundContent { get; } = new(
        "В сообщении нет ни номера донации, ни кода цепочки, ни серии (или смешаны сотрудник и контейнер). Отсканируйте этикетку, напечатанную этой системой.",
        "The message has no donation number, chain identifier or batch (or mixes staff and container). Scan the label printed by this system.");

    public static Text Leftover { get; } = new(
        "С {0}-го знака нет известного идентификатора данных ISBT: сканер отбрасывает идентификаторы или прочитаны два кода подряд. Отсканируйте один код; если повторится, проверьте настройку сканера.",
        "At character {0} there is no known ISBT data identifier: the scanner drops identifiers, or two codes were read in a row. Scan one code; if it happens again, check the scanner's settings.");

    public static Text Twice { get; } = new(
        "Структура DS {0} ({1}) встречается дважды. Не используйте эту этикетку, вызовите ОК (QA).",
        "Structure DS {0} ({2}) occurs twice. Do not use this label; call QA.");

    public static Text BadContent { get; } = new(
        "Содержимое структуры DS {0} ({1}) недопустимо. Отсканируйте ещё раз; если повторится, не используйте этикетку и вызовите ОК (QA).",
        "The content of structure DS {0} ({2}) is not valid. Scan again; if it happens again, do not use the label and call QA.");

    public static Text ForeignLot { get; } = new(
        "Номер серии (DS 035) не является серией этого исследования. Не используйте этикетку, вызовите ОК (QA).",
        "The lot number (DS 035) is no batch of this trial. Do not use the label; call QA.");
}
