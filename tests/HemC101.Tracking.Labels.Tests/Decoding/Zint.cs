using System.Globalization;
using System.Text;

namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>Draws Data Matrix with Debian's <c>zint</c>.</summary>
internal static class Zint
{
    public const string Program = "zint";

    // Its numbers of the rectangles begin with 8×18 after the 24 squares.
    private const int FirstRectangle = 25;

    /// <returns>Rows of 0 and 1 of the smallest square that it finds.</returns>
    public static Task<IReadOnlyList<string>> DrawSquareAsync(string payload) => DrawAsync(payload, "--square");

    /// <param name="rectangle">0 for 8×18 to 5 for 16×48.</param>
    public static Task<IReadOnlyList<string>> DrawRectangleAsync(string payload, int rectangle) =>
        DrawAsync(payload, "--vers=" + (FirstRectangle + rectangle).ToString(CultureInfo.InvariantCulture));

    private static async Task<IReadOnlyList<string>> DrawAsync(string payload, string size)
    {
        var input = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(input, payload, Encoding.Latin1);
            var rows = (await CommandLine.RunAsync(Program, ["-b", "DATAMATRIX", size, "--binary", "--dump", "-i", input]))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return [.. rows.Select(row => Bits(row)[..Width(rows)])];
        }
        finally
        {
            File.Delete(input);
        }
    }

    private static string Bits(string row) =>
        string.Concat(row.Where(char.IsAsciiHexDigit).Select(digit => Convert.ToString(Convert.ToInt32(digit.ToString(), 16), 2).PadLeft(4, '0')));

    /// <summary>The last row is dark all along; what follows fills up its last byte.</summary>
    private static int Width(string[] rows) => Bits(rows[^1]).LastIndexOf('1') + 1;
}
