using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Place for a text, in dots. <paramref name="Size"/> is the largest type size tried.</summary>
internal sealed record TextBox(int X, int Y, int Width, int Height, int Size, TextStyle Style)
{
    /// <summary>1.75 mm: what a label printer at 203 dpi still draws readably.</summary>
    public const int SmallestSize = 14;

    /// <summary>In the dots of the print head.</summary>
    public int Smallest { get; init; } = SmallestSize;

    /// <summary>A finer head draws the same letters a little wider, and readable a dot smaller.</summary>
    public static int SmallestAt(PrintDensity density) =>
        density == PrintDensity.Dpi203 ? SmallestSize : (SmallestSize * density.DotsPerMm() / 8) - 1;
}

internal sealed record TextStyle(bool Bold, bool Centre, bool Right, bool Inverse)
{
    private static readonly string[] Known = ["bold", "centre", "right", "inverse"];

    /// <summary>Where a line begins in its box.</summary>
    /// <param name="spare">What the line leaves of the box's width.</param>
    public float Indent(float spare) => Centre ? spare / 2 : Right ? spare : 0;

    public static TextStyle Parse(string style)
    {
        var words = style.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var unknown = words.Except(Known).FirstOrDefault();
        return unknown is null
            ? new TextStyle(words.Contains("bold"), words.Contains("centre"), words.Contains("right"), words.Contains("inverse"))
            : throw new ArgumentException($"\"{unknown}\" is not a text style; known are {string.Join(", ", Known)}.");
    }
}
