using SkiaSharp;

namespace HemC101.Tracking.Labels.Drawing;

internal static class FramePainter
{
    public static void Draw(SKCanvas canvas, FrameShape frame, bool isSmooth)
    {
        using var ink = new SKPaint { Color = frame.White ? SKColors.White : SKColors.Black, IsAntialias = isSmooth };
        using var outer = new SKRoundRect(SKRect.Create(frame.X, frame.Y, frame.Width, frame.Height), frame.Radius);
        if (frame.IsFilled)
        {
            canvas.DrawRoundRect(outer, ink);
            return;
        }

        var within = SKRect.Create(frame.X + frame.Line, frame.Y + frame.Line, frame.Width - (2 * frame.Line), frame.Height - (2 * frame.Line));
        using var inner = new SKRoundRect(within, Math.Max(0, frame.Radius - frame.Line));
        canvas.DrawRoundRectDifference(outer, inner, ink);
    }
}
