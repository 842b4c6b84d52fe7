namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Upper bounds of symbol sizes in modules without quiet zone, so that a symbol never runs off the label.</summary>
internal static class SymbolSize
{
    /// <summary>Square ECC 200 symbols: side and data codewords, ISO/IEC 16022 table 7.</summary>
    private static readonly (int Side, int Codewords)[] DataMatrix =
    [
        (10, 3), (12, 5), (14, 8), (16, 12), (18, 18), (20, 22), (22, 30), (24, 36), (26, 44), (32, 62), (36, 86), (40, 114),
        (44, 144), (48, 174), (52, 204), (64, 280), (72, 368), (80, 456), (88, 576), (96, 696), (104, 816),
    ];

    /// <returns>Side when written in ASCII encodation, the longest a printer may choose; null when too long for any label.</returns>
    public static int? DataMatrixModules(string payload, bool gs1)
    {
        var codewords = (gs1 ? 1 : 0) + Pairs(payload, shortestRun: 2, out var pairs) - pairs;
        return DataMatrix.Where(size => size.Codewords >= codewords).Select(size => (int?)size.Side).FirstOrDefault();
    }

    /// <summary>Start, data, one subset change to and from C per run of four or more digits, check, stop: ISO/IEC 15417.</summary>
    public static int Code128Modules(string payload)
    {
        var characters = Pairs(payload, shortestRun: 4, out var pairs) - pairs;
        var changes = pairs > 0 ? 2 : 0;
        return ((2 + changes + characters) * 11) + 13;
    }

    /// <returns>Length of the payload; <paramref name="pairs"/> counts digit pairs in runs of at least <paramref name="shortestRun"/>.</returns>
    private static int Pairs(string payload, int shortestRun, out int pairs)
    {
        pairs = 0;
        var run = 0;
        foreach (var c in payload + "\0")
        {
            if (char.IsAsciiDigit(c))
            {
                run++;
                continue;
            }

            pairs += run >= shortestRun ? run / 2 : 0;
            run = 0;
        }

        return payload.Length;
    }
}
