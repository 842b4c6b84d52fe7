using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Drawing;

/// <summary>A drawing as a PDF page of the label's own size: symbols as vectors, letters as text in embedded fonts.</summary>
internal static class DrawingPdf
{
    private const float PointsPerMillimetre = 72 / 25.4f;

    public static byte[] Write(LabelDrawing drawing, LabelFonts fonts)
    {
        // A page is rounded to whole dots of this density: to points it would be a quarter of a millimetre off.
        var about = new SKDocumentPdfMetadata { Title = drawing.Title, RasterDpi = drawing.DotsPerMillimetre * 25.4f };
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, about))
        {
            var point = PointsPerMillimetre / drawing.DotsPerMillimetre;
            var canvas = document.BeginPage(drawing.Width * point, drawing.Height * point);
            canvas.Scale(point);
            foreach (var shape in drawing.Shapes)
            {
                Draw(canvas, shape, fonts);
            }

            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }

    private static void Draw(SKCanvas canvas, LabelShape shape, LabelFonts fonts)
    {
        switch (shape)
        {
            case FrameShape frame:
                FramePainter.Draw(canvas, frame, isSmooth: true);
                break;
            case TextShape text:
                Draw(canvas, text, fonts);
                break;
            case SymbolShape symbol:
                Draw(canvas, symbol);
                break;
            default:
                throw new InvalidOperationException($"Unexpected shape {shape}.");
        }
    }

    private static void Draw(SKCanvas canvas, TextShape shape, LabelFonts fonts)
    {
        var box = shape.Box;
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        if (box.Style.Inverse)
        {
            canvas.DrawRect(box.X, box.Y, box.Width, box.Height, ink);
            ink.Color = SKColors.White;
        }

        using var font = LabelFonts.Exact(fonts.Face(box.Style.Bold), shape.Layout.Size);
        foreach (var line in VectorLine.Of(shape, font))
        {
            font.ScaleX = line.Stretch;
            canvas.DrawText(line.Text, line.X, line.Baseline, SKTextAlign.Left, font, ink);
            font.ScaleX = 1;
        }
    }

    /// <summary>One path, so that no reader leaves a hair of white between two modules.</summary>
    private static void Draw(SKCanvas canvas, SymbolShape symbol)
    {
        using var builder = new SKPathBuilder();
        foreach (var (x, y, width, height) in symbol.Bars())
        {
            builder.AddRect(SKRect.Create(x, y, width, height));
        }

        using var path = builder.Detach();
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawPath(path, ink);
    }
}
