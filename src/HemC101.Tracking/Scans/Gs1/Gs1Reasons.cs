namespace HemC101.Tracking.Scans.Gs1;

/// <summary>Why GS1 element strings and links are refused.</summary>
internal static class Gs1Reasons
{
    public static ScanRefusal NotGs1 { get; } = new(
        "gs1.notGs1",
        "По символу это код GS1, но его содержимое не строка GS1. Отсканируйте код ещё раз.",
        "By its symbol this is a GS1 code, but its content is no GS1 element string. Scan it again.");

    public static ScanRefusal Brackets { get; } = new(
        "gs1.brackets",
        "Сканер передаёт идентификаторы GS1 в скобках. Выключите в сканере скобки и отсканируйте ещё раз.",
        "The scanner puts GS1 identifiers in brackets. Turn the brackets off in the scanner and scan again.");

    public static ScanRefusal UnknownAi { get; } = new(
        "gs1.unknownAi",
        "Неизвестный идентификатор применения GS1 в «{0}». Код повреждён, или сканер теряет разделитель GS; отсканируйте ещё раз, затем проверьте настройку сканера.",
        "Unknown GS1 application identifier at “{0}”. The code is damaged, or the scanner loses the GS separator; scan again, then check the scanner's settings.");

    public static ScanRefusal MissingSeparator { get; } = new(
        "gs1.separator",
        "После идентификатора GS1 ({0}) нет разделителя GS: код читается неоднозначно. Настройте сканер на передачу символа GS (ASCII 29) и отсканируйте ещё раз.",
        "No GS separator after GS1 identifier ({0}): the code is ambiguous. Set the scanner to transmit GS (ASCII 29) and scan again.");

    public static ScanRefusal AiTwice { get; } = new(
        "gs1.aiTwice",
        "Идентификатор GS1 ({0}) встречается дважды. Отсканируйте один код.",
        "GS1 identifier ({0}) occurs twice. Scan one code.");

    public static ScanRefusal Ambiguous { get; } = new(
        "gs1.ambiguous",
        "Код GS1 пришёл без разделителя GS и читается двояко. Пройдите проверку сканера на этом рабочем месте и отсканируйте ещё раз.",
        "The GS1 code came without a GS separator and can be read in two ways. Do the scanner test of this station and scan again.");

    public static ScanRefusal TooMany { get; } = new(
        "gs1.tooMany",
        "В коде GS1 слишком много идентификаторов: возможно, прочитаны несколько кодов подряд. Отсканируйте один код.",
        "The GS1 code holds too many identifiers: perhaps several codes were read in a row. Scan one code.");

    public static ScanRefusal NotProven { get; } = new(
        "gs1.notProven",
        "Похоже на код GS1, но без проверяемого ключа это не доказать. Включите в сканере передачу идентификатора символики (AIM) и отсканируйте ещё раз.",
        "This looks like a GS1 code, but without a key that has a check digit nothing proves it. Turn on the scanner's symbology identifier (AIM) and scan again.");

    public static ScanRefusal PartnerMissing { get; } = new(
        "gs1.partnerMissing",
        "Идентификатор GS1 ({0}) не может стоять один: нужен {1}. Отсканируйте код целиком; если он такой и есть, не используйте его.",
        "GS1 identifier ({0}) may not stand alone: it needs {1}. Scan the whole code; if that is all of it, do not use it.");

    public static ScanRefusal PartnerForbidden { get; } = new(
        "gs1.partnerForbidden",
        "Идентификаторы GS1 ({0}) и ({1}) не могут стоять в одном коде. Не используйте этот код; спросите поставщика.",
        "GS1 identifiers ({0}) and ({1}) may not stand in one code. Do not use this code; ask the supplier.");

    public static ScanRefusal LinkOfPerson { get; } = new(
        "gs1.linkOfPerson",
        "Это ссылка (GS1 Digital Link) с номером человека: здесь она не принимается, чтобы номер не ушёл в сеть. Отсканируйте квадратный код на браслете или бейдже.",
        "This is a link (GS1 Digital Link) with a person's number, which is refused so that the number does not leak. Scan the square code on the wristband or badge.");

    public static ScanRefusal LinkBroken { get; } = new(
        "gs1.link",
        "Ссылка GS1 Digital Link построена неверно (у «{0}»). Отсканируйте квадратный код GS1 DataMatrix на упаковке.",
        "The GS1 Digital Link is not built as it should be (at “{0}”). Scan the square GS1 DataMatrix code on the package.");

    /// <summary>The key names the check: <c>gs1.mod10</c>.</summary>
    public static ScanRefusal Value(Gs1Ai ai, Gs1Check check)
    {
        var fault = FaultOf(check);
        return new ScanRefusal(
            $"gs1.{check.ToString().ToLowerInvariant()}",
            "Значение идентификатора GS1 ({0}, {1}) недопустимо: {3}. Отсканируйте ещё раз; если повторится, не используйте этот код.",
            "The value of GS1 identifier ({0}, {2}) is not valid: {4}. Scan again; if it happens again, do not use this code.")
            .With(ai.Code, ai.Name.Ru, ai.Name.En, fault.Ru, fault.En);
    }

    private static Text FaultOf(Gs1Check check) => check switch
    {
        Gs1Check.Length => new("неверная длина", "wrong length"),
        Gs1Check.Characters or Gs1Check.NonDigit => new("недопустимые знаки", "characters that are not allowed"),
        Gs1Check.Mod10 => new("контрольная цифра не подходит", "the check digit does not match"),
        Gs1Check.Pair or Gs1Check.Iban => new("контрольные знаки не подходят", "the check characters do not match"),
        Gs1Check.Prefix => new("нет префикса предприятия", "it has no company prefix"),
        Gs1Check.Month or Gs1Check.Day or Gs1Check.Birthday => new("такой даты нет", "there is no such date"),
        Gs1Check.Clock or Gs1Check.Hour or Gs1Check.Minute or Gs1Check.Second => new("такого времени нет", "there is no such time"),
        Gs1Check.Currency => new("такой валюты нет", "there is no such currency"),
        Gs1Check.Country or Gs1Check.Country999 or Gs1Check.Country2 => new("такой страны нет", "there is no such country"),
        Gs1Check.Percent => new("неверная кодировка букв", "letters are encoded wrongly"),
        Gs1Check.Media => new("такого вида носителя нет", "there is no such media type"),
        Gs1Check.Piece or Gs1Check.Sequence => new("номер больше общего числа", "the number is greater than the total"),
        Gs1Check.Latitude or Gs1Check.Longitude => new("таких координат нет", "there are no such coordinates"),
        Gs1Check.Importer or Gs1Check.Package or Gs1Check.Sex or Gs1Check.NonZero or Gs1Check.Zero or Gs1Check.Winding
            or Gs1Check.NoLeadingZero or Gs1Check.Minus or Gs1Check.YesNo => new("такого значения нет", "there is no such value"),
    };
}
