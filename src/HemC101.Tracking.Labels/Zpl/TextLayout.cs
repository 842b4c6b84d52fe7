using HemC101.Tracking.Labels.Templates;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>A text wrapped at blanks, in the largest type that fits its box: the same lines and type in every output.</summary>
/// <param name="First">Baseline of the first line, in dots below the top of the box.</param>
/// <param name="Pitch">Baseline to baseline.</param>
internal sealed record TextLayout(int Size, float First, float Pitch, IReadOnlyList<string> Lines)
{
    /// <summary>Below this part of the wanted size a text no longer looks as the template's author meant it.</summary>
    private const float SmallestPart = 0.6f;

    public static TextLayout Of(LabelField field, TextBox box, LabelFonts fonts)
    {
        var face = fonts.Face(box.Style.Bold);
        RequirePrintable(field, face);
        var smallest = Math.Max(box.Smallest, (int)MathF.Ceiling(box.Size * SmallestPart));
        for (var size = box.Size; size >= smallest; size--)
        {
            using var font = LabelFonts.Dots(face, size);
            if (Wrap(field.Value, font, box) is { } lines)
            {
                var first = MathF.Round(((box.Height - BlockHeight(lines.Count, font)) / 2) - font.Metrics.Ascent);
                return new(size, first, PitchOf(font), lines);
            }
        }

        throw new LabelDoesNotFitException(field.Name, field.Value);
    }

    private static float PitchOf(SKFont font) => MathF.Ceiling(font.Size * 1.1f);

    /// <summary>From the breve of Й in the first line to the tail of у in the last.</summary>
    private static float BlockHeight(int lines, SKFont font) => ((lines - 1) * PitchOf(font)) - font.Metrics.Ascent + font.Metrics.Descent;

    /// <returns>null when the text does not fit in this size.</returns>
    private static List<string>? Wrap(string text, SKFont font, TextBox box)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines.Count > 0 ? $"{lines[^1]} {word}" : word;
            if (lines.Count > 0 && font.MeasureText(longer) <= box.Width)
            {
                lines[^1] = longer;
                continue;
            }

            lines.Add(word);
            if (BlockHeight(lines.Count, font) > box.Height || font.MeasureText(word) > box.Width)
            {
                return null;
            }
        }

        return lines;
    }

    private static void RequirePrintable(LabelField field, SKTypeface face)
    {
        using var font = new SKFont(face);
        foreach (var rune in field.Value.EnumerateRunes())
        {
            if (System.Text.Rune.IsControl(rune) || !font.ContainsGlyph(rune.Value))
            {
                throw new LabelContentException(field.Name, new Text(
                    $"В поле «{field.Name}» есть символ U+{rune.Value:X4}, которого нет в шрифте этикетки. Исправьте значение.",
                    $"The field \"{field.Name}\" holds U+{rune.Value:X4}, which the label font does not have. Correct the value."));
            }
        }
    }
}
