namespace HemC101.Tracking.Scans;

/// <summary>What may stand in a symbol, by the symbology identifier (ISO/IEC 15424) that the scanner sends before its data.</summary>
[Flags]
internal enum Symbology
{
    None = 0,
    Isbt = 1,
    House = 2,
    Gs1 = 4,

    /// <summary>A GS1 Digital Link.</summary>
    Link = 8,

    /// <summary>Two linear ISBT 128 symbols read as one, and nothing else.</summary>
    IsbtPair = 16,
}

internal static class Symbologies
{
    public const int PrefixLength = 3;

    /// <returns>None for a symbol that is not used here.</returns>
    public static Symbology Of(ReadOnlySpan<char> text) => text switch
    {
        [']', 'C', '0', ..] => Symbology.Isbt | Symbology.House,
        [']', 'C', '1', ..] or [']', 'd', '2' or '5', ..] or [']', 'Q', '3', ..] or [']', 'e', '0', ..] or [']', 'J', '1', ..] => Symbology.Gs1,
        [']', 'C', '4', ..] => Symbology.IsbtPair,
        [']', 'd', '1' or '4', ..] => Symbology.Isbt | Symbology.House | Symbology.Link,
        [']', 'Q', '1', ..] => Symbology.House | Symbology.Link,
        [']', 'z', (>= '0' and <= '9') or (>= 'A' and <= 'C'), ..] => Symbology.House,
        _ => Symbology.None,
    };

    /// <summary>The forms whose data may begin with the number of a character set (ECI).</summary>
    public static bool MayNameCharacterSet(ReadOnlySpan<char> text) => text is [']', 'd', '4' or '5', ..];
}
