using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Drawing;

/// <summary>A line of a text where it stands on the label.</summary>
/// <param name="Stretch">Below 1 where the exact letters are a little wider than those in whole dots and would leave the box.</param>
internal readonly record struct VectorLine(string Text, float X, float Baseline, float Stretch)
{
    public static IEnumerable<VectorLine> Of(TextShape shape, SKFont font)
    {
        var (box, baseline) = (shape.Box, shape.Box.Y + shape.Layout.First);
        foreach (var line in shape.Layout.Lines)
        {
            var width = font.MeasureText(line);
            var stretch = Math.Min(1, box.Width / width);
            yield return new(line, box.X + box.Style.Indent(box.Width - (width * stretch)), baseline, stretch);
            baseline += shape.Layout.Pitch;
        }
    }
}
