using SkiaSharp;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Loaded from files: a fresh machine has no fonts, and a label must look the same on every machine.</summary>
internal sealed class LabelFonts(string directory) : IDisposable
{
    private readonly SKTypeface _regular = Open(directory, "DejaVuSans.ttf");
    private readonly SKTypeface _bold = Open(directory, "DejaVuSans-Bold.ttf");

    public SKTypeface Face(bool bold) => bold ? _bold : _regular;

    /// <summary>As a label printer draws it: letters and the steps between them in whole dots.</summary>
    public static SKFont Dots(SKTypeface face, float size) =>
        new(face, size) { Edging = SKFontEdging.Alias, Hinting = SKFontHinting.Full, Subpixel = false };

    /// <summary>Letters stand where the font says and not on whole points, or a reader finds blanks inside of words.</summary>
    public static SKFont Exact(SKTypeface face, float size) =>
        new(face, size) { LinearMetrics = true, Subpixel = true, Hinting = SKFontHinting.None };

    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
    }

    private static SKTypeface Open(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        return SKTypeface.FromFile(path) ?? throw new FileNotFoundException($"The label font {path} is missing or unreadable.", path);
    }
}
