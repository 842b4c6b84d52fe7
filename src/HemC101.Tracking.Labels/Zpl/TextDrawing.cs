using SkiaSharp;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Draws a text into a one-bit picture as large as its box.</summary>
internal static class TextDrawing
{
    public static BitPicture Draw(LabelField field, TextBox box, LabelFonts fonts)
    {
        var layout = TextLayout.Of(field, box, fonts);
        using var font = LabelFonts.Dots(fonts.Face(box.Style.Bold), layout.Size);
        return Paint(layout, font, box);
    }

    private static BitPicture Paint(TextLayout layout, SKFont font, TextBox box)
    {
        using var bitmap = new SKBitmap(box.Width, box.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = box.Style.Inverse ? SKColors.White : SKColors.Black, IsAntialias = false };
        canvas.Clear(box.Style.Inverse ? SKColors.Black : SKColors.White);

        var baseline = layout.First;
        foreach (var line in layout.Lines)
        {
            var x = box.Style.Indent(box.Width - font.MeasureText(line));
            canvas.DrawText(line, MathF.Round(x), baseline, SKTextAlign.Left, font, paint);
            baseline += layout.Pitch;
        }

        canvas.Flush();
        return BitPicture.Of(box.Width, box.Height, bitmap.GetPixelSpan(), bitmap.RowBytes);
    }
}
