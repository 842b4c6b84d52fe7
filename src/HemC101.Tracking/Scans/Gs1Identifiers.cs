namespace HemC101.Tracking.Scans;

/// <summary>One GS1 application identifier (GS1 General Specifications; syntax dictionary of July 2026).</summary>
/// <param name="Max">Greatest length of the value; the exact one unless <see cref="Variable"/>.</param>
internal sealed record Gs1Identifier(string Ai, int Max, bool Variable = false, bool Numeric = true)
{
    /// <summary>True when it ends by its predefined length and needs no separator.</summary>
    public bool Predefined =>
        !Variable && (Ai[..2] is "00" or "01" or "02" or "03" or "20" or "41" || (Ai[0] == '1' && Ai.Length == 2) || Ai[..2] is "31" or "32" or "33" or "34" or "35" or "36");

    /// <summary>True for a GTIN, SSCC, GLN or GSRN, whose last digit is a check digit.</summary>
    public bool HasCheckDigit => Ai is "00" or "01" or "02" or "03" or "8017" or "8018" || Ai.StartsWith("41", StringComparison.Ordinal);

    /// <summary>True for YYMMDD where DD may be 00.</summary>
    public bool IsDate => Ai is "11" or "12" or "13" or "15" or "16" or "17";
}

/// <summary>The identifiers that stand on medicines, devices and laboratory materials, and those of wristbands.</summary>
internal static class Gs1Identifiers
{
    private static readonly Dictionary<string, Gs1Identifier> Known = All().ToDictionary(identifier => identifier.Ai);

    /// <returns>The identifier at the beginning of <paramref name="rest"/>; null when it is unknown.</returns>
    public static Gs1Identifier? At(ReadOnlySpan<char> rest)
    {
        for (var length = 2; length <= Math.Min(4, rest.Length); length++)
        {
            if (Known.TryGetValue(rest[..length].ToString(), out var identifier))
            {
                return identifier;
            }
        }

        return null;
    }

    private static IEnumerable<Gs1Identifier> All() =>
    [
        new("00", 18), new("01", 14), new("02", 14), new("03", 14),
        Text("10", 20), new("11", 6), new("12", 6), new("13", 6), new("15", 6), new("16", 6), new("17", 6),
        new("20", 2), Text("21", 20), Text("22", 20), new("30", 8, Variable: true), new("37", 8, Variable: true),
        Text("235", 28), Text("240", 30), Text("241", 30), new("242", 6, Variable: true), Text("243", 20), Text("250", 30), Text("251", 30), Text("254", 20),
        Text("400", 30), new("410", 13), new("411", 13), new("412", 13), new("413", 13), new("414", 13), new("415", 13), new("416", 13), new("417", 13),
        new("422", 3),
        Text("710", 20), Text("711", 20), Text("712", 20), Text("713", 20), Text("714", 20), Text("715", 20), Text("716", 20),
        new("7003", 10), Text("7240", 20), new("7241", 2), Text("7242", 25),
        new("8017", 18), new("8018", 18), new("8019", 10, Variable: true),
        .. Enumerable.Range(310, 7).Concat(Enumerable.Range(320, 10)).SelectMany(Measures),
        Text("90", 30), .. Enumerable.Range(91, 9).Select(ai => Text($"{ai}", 90)),
    ];

    /// <summary>Net measures: the fourth digit is the place of the decimal point.</summary>
    private static IEnumerable<Gs1Identifier> Measures(int ai) => Enumerable.Range(0, 6).Select(point => new Gs1Identifier($"{ai}{point}", 6));

    private static Gs1Identifier Text(string ai, int max) => new(ai, max, Variable: true, Numeric: false);
}
