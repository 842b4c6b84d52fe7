using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>What a ZPL printer says of itself: its errors (<c>~HQES</c>) and what it has not printed yet (<c>~HS</c>).</summary>
/// <param name="Trouble">Null when it could print.</param>
/// <param name="Held">Labels in its memory that did not come out; null when it does not say.</param>
internal sealed partial record PrinterStatus(PrintTrouble? Trouble, int? Held)
{
    /// <summary>A printer with an error may leave the second question open, so the one about errors comes first.</summary>
    public static ReadOnlyMemory<byte> Question { get; } = "~HQES\r\n~HS\r\n"u8.ToArray();

    private const int FirstLine = 12;
    private const int SecondLine = 11;

    /// <summary>By what helps most: an open head also looks like no paper, and every error also pauses.</summary>
    private static readonly (uint Bits, PrintTrouble Trouble)[] Errors =
    [
        (0x00004, PrintTrouble.HeadOpen), (0x00001, PrintTrouble.PaperOut), (0x00002, PrintTrouble.RibbonOut),
        (0x00008, PrintTrouble.CutterFault), (0x0F000, PrintTrouble.PaperJam), (0x00030, PrintTrouble.Overheated),
        (0x707C0, PrintTrouble.Fault), (0x80000, PrintTrouble.Paused),
    ];

    /// <summary>Both questions are answered, or the first one so that the second does not matter.</summary>
    public static bool IsWhole(string answer) => Read(answer) is { Trouble: not null } or { Held: not null } && ErrorLine().IsMatch(answer);

    /// <returns>Null when nothing of it is an answer.</returns>
    public static PrinterStatus? Read(string answer)
    {
        var lines = answer.Split('\x02', '\x03').Select(line => line.Trim().Split(',')).ToList();
        var first = lines.Find(line => line.Length == FirstLine);
        var second = lines.Find(line => line.Length == SecondLine);
        var errors = ErrorLine().Match(answer);
        return errors.Success || (first is not null && second is not null)
            ? new(InErrors(errors) ?? (first is null || second is null ? null : InLines(first, second)), HeldBy(first, second))
            : null;
    }

    private static PrintTrouble? InErrors(Match errors)
    {
        if (!errors.Success || errors.Groups[1].Value == "0")
        {
            return null;
        }

        var bits = uint.Parse(errors.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return Errors.Where(error => (bits & error.Bits) != 0).Select(error => error.Trouble).Append(PrintTrouble.Fault).First();
    }

    /// <summary>Of the first line paper, pause, lost configuration and heat, of the second one head and ribbon.</summary>
    private static PrintTrouble? InLines(string[] first, string[] second) =>
        second[2] == "1" ? PrintTrouble.HeadOpen
        : first[1] == "1" ? PrintTrouble.PaperOut
        : second[3] == "1" ? PrintTrouble.RibbonOut
        : first[11] == "1" ? PrintTrouble.Overheated
        : first[9] == "1" ? PrintTrouble.Fault
        : first[2] == "1" ? PrintTrouble.Paused
        : null;

    /// <summary>Whole labels waiting, labels of the one that is printing, and one of which only the beginning has come.</summary>
    private static int? HeldBy(string[]? first, string[]? second) =>
        int.TryParse(first?[4], NumberStyles.None, CultureInfo.InvariantCulture, out var waiting)
        && int.TryParse(second?[8], NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            ? waiting + remaining + (first![7] == "1" ? 1 : 0)
            : null;

    [GeneratedRegex(@"ERRORS:\s*([01])\s+[0-9A-Fa-f]{8}\s+([0-9A-Fa-f]{8})")]
    private static partial Regex ErrorLine();
}
