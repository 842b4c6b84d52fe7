using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Paper;

public enum PaperStyle
{
    /// <summary>For the one time on a sheet that is read from the other side of the room.</summary>
    Huge,
    Title,
    Heading,
    Body,
    Small,
}

/// <summary>A block of a report: a paragraph, a table, a symbol or the end of a page.</summary>
public abstract record PaperBlock;

/// <summary>A line of a report; wrapped where it is too long, an empty one leaves space.</summary>
public sealed record PaperLine(PaperStyle Style, string Text) : PaperBlock;

/// <param name="Share">Of the width of the page, in proportion to the other columns.</param>
public sealed record PaperColumn(string Head, float Share);

/// <summary>Its head stands on every page it reaches; cells are wrapped, and a line feed begins a new line in one.</summary>
/// <param name="Rows">A cell for each column.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>A symbol to be scanned, with its quiet zone; the text stands beside it.</summary>
public sealed record PaperSymbol(BarcodeModules Modules, string Text) : PaperBlock;

/// <summary>What follows stands on a page of its own.</summary>
public sealed record PaperBreak : PaperBlock;
