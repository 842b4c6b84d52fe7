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
        var codewords = (gs1 ? 1 : 0) + payload.Length - DigitRuns(payload, shortest: 2).Sum(run => run.Length / 2);
        return DataMatrix.Where(size => size.Codewords >= codewords).Select(size => (int?)size.Side).FirstOrDefault();
    }

    /// <summary>
    /// ISO/IEC 15417: start, data, check and stop, with a change to subset C before a run of four or more digits that does not begin
    /// the payload, and a change back after one that does not end it.
    /// </summary>
    public static int Code128Modules(string payload)
    {
        var runs = DigitRuns(payload, shortest: 4);
        var pairs = runs.Sum(run => run.Length / 2);
        var changes = runs.Sum(run => (run.Start > 0 ? 1 : 0) + (run.Start + run.Length < payload.Length ? 1 : 0));
        return ((2 + changes + payload.Length - pairs) * 11) + 13;
    }

    private static List<(int Start, int Length)> DigitRuns(string payload, int shortest)
    {
        var runs = new List<(int Start, int Length)>();
        for (var start = 0; start < payload.Length; start++)
        {
            var length = payload.Skip(start).TakeWhile(char.IsAsciiDigit).Count();
            if (length >= shortest)
            {
                runs.Add((start, length));
            }

            start += length;
        }

        return runs;
    }
}
