namespace HemC101.Tracking.Labels.Paper;

/// <summary>What is the same on every page of a report.</summary>
/// <param name="Title">Of the document and at the foot of each page.</param>
public sealed record PaperSheet(string Title)
{
    /// <summary>In points, wide enough for punch holes.</summary>
    private const float Border = 48;

    private const float FootHeight = 8;

    /// <summary>A4 in points.</summary>
    private const float ShortSide = 595;

    private const float LongSide = 842;

    public bool Landscape { get; init; }

    /// <summary>At the foot; told the page and how many there are, both from 1.</summary>
    public Func<int, int, string> PageOf { get; init; } = (page, pages) => $"{page}/{pages}";

    /// <summary>The line below that, the same on every page; empty for none.</summary>
    public string Under { get; init; } = "";

    /// <summary>0.6 mm: read from paper by any scanner, also from a poor copy.</summary>
    internal static float Module => 1.7f;

    internal static float Left => Border;

    internal static float Top => Border;

    internal static float FootSize => FootHeight;

    internal float Width => Landscape ? LongSide : ShortSide;

    internal float Height => Landscape ? ShortSide : LongSide;

    internal float TextWidth => Width - (2 * Border);

    internal float Bottom => Height - Border - FootHeight;

    internal float FootLine => Height - (Border / 2);

    internal float UnderLine => FootLine + FootHeight + 2;
}
