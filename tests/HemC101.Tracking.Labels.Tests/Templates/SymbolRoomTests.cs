using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>
/// What ISBT 128 asks of symbols (ST-001: X of a Data Matrix 0.25 to 1 mm and 1X of white, X of a Code 128 from 0.17 mm, ten X of white,
/// bars of 5 mm or 15 % of the length), measured in the golden files and not in the templates.
/// </summary>
public sealed partial class SymbolRoomTests
{
    public static TheoryData<string, int> Goldens
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(LabelSamples.LabelsFolder, "golden"), "*.zpl", SearchOption.AllDirectories).Where(file => !file.Contains(".received", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                data.Add(Path.GetRelativePath(LabelSamples.LabelsFolder, file), file.Contains("300dpi", StringComparison.Ordinal) ? 12 : 8);
            }

            return data;
        }
    }

    [Fact]
    public void Goldens_AreAllKinds() =>
        Assert.Empty(Enum.GetValues<LabelKind>().Select(TemplateNames.Of).Except(Goldens.Select(row => Path.GetFileNameWithoutExtension((string)row[0]))));

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Symbol_OfAGolden_IsLargeEnough_AndStandsInWhite(string golden, int dotsPerMm)
    {
        var zpl = File.ReadAllText(Path.Combine(LabelSamples.LabelsFolder, golden));
        var content = LabelSamples.Of(Enum.GetValues<LabelKind>().Single(kind => TemplateNames.Of(kind) == Path.GetFileNameWithoutExtension(golden)));
        var (symbols, black) = Read(zpl, content);

        Assert.NotEmpty(symbols);
        Assert.All(symbols, symbol =>
        {
            var x = (double)symbol.Module / dotsPerMm;
            Assert.InRange(x, symbol.IsLinear ? 0.17 : 0.25, 1.0);
            Assert.True(!symbol.IsLinear || symbol.Height >= Math.Max(5 * dotsPerMm, 0.15 * symbol.Width), $"bars of {symbol.Height} dots");
            Assert.Empty(black.Where(dot => symbol.InQuietZone(dot.X, dot.Y)).Take(3));
        });
    }

    private sealed record Placed(int X, int Y, int Width, int Height, int Module, bool IsLinear)
    {
        /// <summary>Above and below a linear symbol none is asked for.</summary>
        public bool InQuietZone(int x, int y)
        {
            var (quietX, quietY) = IsLinear ? (10 * Module, 0) : (Module, Module);
            return x >= X - quietX && x < X + Width + quietX && y >= Y - quietY && y < Y + Height + quietY;
        }
    }

    private static (List<Placed> Symbols, List<(int X, int Y)> Black) Read(string zpl, LabelContent content)
    {
        List<Placed> symbols = [];
        List<(int X, int Y)> black = [];
        foreach (Match field in Field().Matches(zpl))
        {
            var (x, y, what) = (Number(field.Groups[1]), Number(field.Groups[2]), field.Groups[3].Value);
            if (Matrix().Match(what) is { Success: true } matrix)
            {
                var side = Number(matrix.Groups[1]) * SymbolSize.DataMatrixModules(content.Symbol, content.Gs1)!.Value;
                symbols.Add(new(x, y, side, side, Number(matrix.Groups[1]), false));
            }
            else if (Linear().Match(what) is { Success: true } linear)
            {
                symbols.Add(new(x, y, Number(linear.Groups[1]) * SymbolSize.Code128Modules(content.Linear!), Number(linear.Groups[2]), Number(linear.Groups[1]), true));
            }
            else if (Box().Match(what) is { Success: true } box)
            {
                black.AddRange(Frame(x, y, Number(box.Groups[1]), Number(box.Groups[2]), Number(box.Groups[3])));
            }
            else if (Graphic().Match(what) is { Success: true } graphic)
            {
                black.AddRange(Dots(x, y, Number(graphic.Groups[1]), graphic.Groups[2].Value));
            }
        }

        return (symbols, black);
    }

    private static IEnumerable<(int X, int Y)> Frame(int x, int y, int width, int height, int stroke) =>
        from down in Enumerable.Range(0, Math.Max(height, stroke))
        from across in Enumerable.Range(0, Math.Max(width, stroke))
        where down < stroke || down >= height - stroke || across < stroke || across >= width - stroke
        select (x + across, y + down);

    /// <summary>Hexadecimal digits with run lengths, a comma for the white rest of a row, a colon for the row above.</summary>
    private static IEnumerable<(int X, int Y)> Dots(int x, int y, int bytesPerRow, string data)
    {
        var (row, run, down, above) = ("", 0, 0, "");
        foreach (var c in data)
        {
            if (c is ':')
            {
                row = above;
            }
            else if (c is ',')
            {
                row = row.PadRight(bytesPerRow * 2, '0');
            }
            else if (c is >= 'G' and <= 'Y')
            {
                run += c - 'F';
                continue;
            }
            else if (c is >= 'g' and <= 'z')
            {
                run += (c - 'f') * 20;
                continue;
            }
            else
            {
                row += new string(c, Math.Max(run, 1));
                run = 0;
            }

            if (row.Length == bytesPerRow * 2)
            {
                foreach (var across in Black(row))
                {
                    yield return (x + across, y + down);
                }

                (above, row, down) = (row, "", down + 1);
            }
        }
    }

    private static IEnumerable<int> Black(string row) =>
        from at in Enumerable.Range(0, row.Length * 4)
        where (Convert.ToInt32(row[at / 4].ToString(), 16) & (8 >> (at % 4))) != 0
        select at;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\^FO(\d+),(\d+)(.*?)\^FS", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\^BXN,(\d+),200")]
    private static partial Regex Matrix();

    [GeneratedRegex(@"^\^BY(\d+)\^BCN,(\d+)")]
    private static partial Regex Linear();

    [GeneratedRegex(@"^\^GB(\d+),(\d+),(\d+)")]
    private static partial Regex Box();

    [GeneratedRegex(@"^\^GFA,\d+,\d+,(\d+),(.*)$", RegexOptions.Singleline)]
    private static partial Regex Graphic();
}
