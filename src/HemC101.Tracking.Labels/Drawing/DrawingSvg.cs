using System.Globalization;
using System.Net;
using System.Text;
using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Drawing;

/// <summary>
/// A drawing as SVG. Letters are outlines, so that it looks the same where the font is not installed; nothing is styled inline, so that a
/// strict content security policy lets it pass.
/// </summary>
internal sealed class DrawingSvg
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly StringBuilder _body = new();
    private readonly GlyphBook _glyphs;

    private DrawingSvg(LabelFonts fonts) => _glyphs = new(fonts);

    public static string Write(LabelDrawing drawing, LabelFonts fonts)
    {
        var svg = new DrawingSvg(fonts);
        foreach (var shape in drawing.Shapes)
        {
            svg.Add(shape);
        }

        var (width, height) = drawing.Media;
        return new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
            .Append(Invariant, $" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {drawing.Width} {drawing.Height}\">")
            .Append(Invariant, $"<title>{WebUtility.HtmlEncode(drawing.Title)}</title>")
            .Append(Invariant, $"<desc>{WebUtility.HtmlEncode(string.Join('\n', drawing.Lines))}</desc>")
            .Append("<defs>").Append(svg._glyphs.Definitions).Append("</defs>")
            .Append(Invariant, $"<rect width=\"{drawing.Width}\" height=\"{drawing.Height}\" fill=\"#fff\"/>")
            .Append(svg._body).Append("</svg>").ToString();
    }

    private void Add(LabelShape shape)
    {
        switch (shape)
        {
            case FrameShape frame:
                Add(frame);
                break;
            case TextShape text:
                Add(text);
                break;
            case SymbolShape symbol:
                Add(symbol);
                break;
            default:
                throw new InvalidOperationException($"Unexpected shape {shape}.");
        }
    }

    private void Add(FrameShape frame)
    {
        var colour = frame.White ? "#fff" : "#000";
        var inset = frame.IsFilled ? 0 : frame.Line / 2f;
        Rectangle(frame.X + inset, frame.Y + inset, frame.Width - (2 * inset), frame.Height - (2 * inset));
        if (frame.Radius > inset)
        {
            _body.Append(Invariant, $" rx=\"{frame.Radius - inset}\"");
        }

        _body.Append(frame.IsFilled ? $" fill=\"{colour}\"/>" : string.Create(Invariant, $" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{frame.Line}\"/>"));
    }

    private void Add(TextShape shape)
    {
        var box = shape.Box;
        if (box.Style.Inverse)
        {
            Rectangle(box.X, box.Y, box.Width, box.Height);
            _body.Append(" fill=\"#000\"/>");
        }

        using var font = LabelFonts.Exact(_glyphs.Face(box.Style.Bold), shape.Layout.Size);
        foreach (var line in VectorLine.Of(shape, font))
        {
            var scale = font.Size / _glyphs.UnitsPerEm(box.Style.Bold);
            _body.Append(Invariant, $"<g transform=\"translate({line.X:0.##} {line.Baseline:0.##}) scale({scale * line.Stretch:0.#####} {scale:0.#####})\"")
                .Append(box.Style.Inverse ? " fill=\"#fff\">" : ">");
            _glyphs.Append(_body, line.Text, box.Style.Bold);
            _body.Append("</g>");
        }
    }

    private void Add(SymbolShape symbol)
    {
        _body.Append("<path shape-rendering=\"crispEdges\" d=\"");
        foreach (var (x, y, width, height) in symbol.Bars())
        {
            _body.Append(Invariant, $"M{x} {y}h{width}v{height}h-{width}z");
        }

        _body.Append("\"/>");
    }

    private void Rectangle(float x, float y, float width, float height) =>
        _body.Append(Invariant, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
}
