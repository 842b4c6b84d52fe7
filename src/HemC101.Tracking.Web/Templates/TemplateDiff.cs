using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace HemC101.Tracking.Web.Templates;

internal enum LineChange
{
    Same,
    Removed,
    Added,
}

/// <param name="Number">In the file as it is now; null for a line that it no longer has.</param>
internal sealed record TemplateLine(LineChange Change, int? Number, string Text);

/// <summary>A template's file against the text that was approved last.</summary>
internal static class TemplateDiff
{
    /// <summary>Unchanged lines that are shown around a change.</summary>
    private const int Around = 2;

    /// <param name="before">Null when nothing was approved: every line is new.</param>
    /// <returns>Changed lines and a few around them, in the order of the file.</returns>
    public static IReadOnlyList<TemplateLine> Of(string? before, string now)
    {
        List<TemplateLine> lines = [.. InlineDiffBuilder.Diff(before ?? "", now).Lines.Select(Line)];
        List<int> changed = [.. lines.Index().Where(line => line.Item.Change != LineChange.Same).Select(line => line.Index)];
        return [.. lines.Where((_, at) => changed.Exists(near => Math.Abs(near - at) <= Around))];
    }

    private static TemplateLine Line(DiffPiece piece) => new(
        piece.Type switch
        {
            ChangeType.Inserted => LineChange.Added,
            ChangeType.Deleted => LineChange.Removed,
            _ => LineChange.Same,
        },
        piece.Position,
        piece.Text);
}
