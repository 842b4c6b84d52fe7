using HemC101.Tracking.Labels.Templates;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Draws a text into a one-bit picture as large as its box, wrapped at blanks, in the largest type that fits.</summary>
internal static class TextDrawing
{
    /// <summary>Below this part of the wanted size a text no longer looks as the template's author meant it.</summary>
    private const float SmallestPart = 0.6f;

    public static BitPicture Draw(LabelField field, TextBox box, LabelFonts fonts)
    {
        var face = fonts.Face(box.Style.Bold);
        RequirePrintable(field, face);
        var smallest = Math.Max(box.Smallest, (int)MathF.Ceiling(box.Size * SmallestPart));
        for (var size = box.Size; size >= smallest; size--)
        {
            using var font = new SKFont(face, size) { Edging = SKFontEdging.Alias, Hinting = SKFontHinting.Full, Subpixel = false };
            if (Wrap(field.Value, font, box) is { } lines)
            {
                return Paint(lines, font, box);
            }
        }

        throw new LabelDoesNotFitException(field.Name, field.Value);
    }

    /// <summary>Baseline to baseline.</summary>
    private static float Pitch(SKFont font) => MathF.Ceiling(font.Size * 1.1f);

    /// <summary>From the breve of Й in the first line to the tail of у in the last.</summary>
    private static float BlockHeight(int lines, SKFont font) => ((lines - 1) * Pitch(font)) - font.Metrics.Ascent + font.Metrics.Descent;

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

    private static BitPicture Paint(List<string> lines, SKFont font, TextBox box)
    {
        using var bitmap = new SKBitmap(box.Width, box.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = box.Style.Inverse ? SKColors.White : SKColors.Black, IsAntialias = false };
        canvas.Clear(box.Style.Inverse ? SKColors.Black : SKColors.White);

        var pitch = Pitch(font);
        var baseline = MathF.Round(((box.Height - BlockHeight(lines.Count, font)) / 2) - font.Metrics.Ascent);
        foreach (var line in lines)
        {
            var spare = box.Width - font.MeasureText(line);
            var x = box.Style.Centre ? spare / 2 : box.Style.Right ? spare : 0;
            canvas.DrawText(line, MathF.Round(x), baseline, SKTextAlign.Left, font, paint);
            baseline += pitch;
        }

        canvas.Flush();
        return BitPicture.Of(box.Width, box.Height, bitmap.GetPixelSpan(), bitmap.RowBytes);
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
