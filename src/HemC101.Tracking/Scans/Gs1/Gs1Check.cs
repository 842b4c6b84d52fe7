namespace HemC101.Tracking.Scans.Gs1;

/// <summary>What a part of a GS1 value is checked for. The first two hold for every part; the data file names the others in small letters.</summary>
internal enum Gs1Check
{
    Length,
    Characters,

    /// <summary>Check digit of a GTIN, SSCC, GLN or GSRN.</summary>
    Mod10,

    /// <summary>The two check characters of a model number.</summary>
    Pair,

    /// <summary>Begins with a company prefix: four digits at least.</summary>
    Prefix,

    /// <summary>YYMMDD, where DD may be 00 for the whole month.</summary>
    Month,

    /// <summary>YYMMDD, a real day.</summary>
    Day,

    /// <summary>YYYYMMDD, a real day.</summary>
    Birthday,

    /// <summary>hhmm.</summary>
    Clock,
    Hour,
    Minute,
    Second,
    Currency,
    Country,

    /// <summary>A country, or 999 for several.</summary>
    Country999,

    /// <summary>Two letters.</summary>
    Country2,

    /// <summary>Every % begins a two-digit hexadecimal code.</summary>
    Percent,

    /// <summary>One letter, digit, - or _.</summary>
    Importer,
    Package,

    /// <summary>AIDC media type: 01-10, and 80-99 of local use.</summary>
    Media,

    /// <summary>ISO 5218: 0, 1, 2 or 9.</summary>
    Sex,

    /// <summary>Position, slash, total.</summary>
    Sequence,
    NonZero,
    Zero,

    /// <summary>Winding direction of a roll: 0, 1 or 9.</summary>
    Winding,

    /// <summary>Piece and total, half of the digits each.</summary>
    Piece,
    Iban,
    NoLeadingZero,

    /// <summary>Not of digits alone.</summary>
    NonDigit,

    /// <summary>The minus sign of a temperature.</summary>
    Minus,
    YesNo,
    Latitude,
    Longitude,
}
