using SkiaSharp;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Loaded from files: a fresh machine has no fonts, and a label must look the same on every machine.</summary>
internal sealed class LabelFonts(string directory) : IDisposable
{
    private readonly SKTypeface _regular = Open(directory, "DejaVuSans.ttf");
    private readonly SKTypeface _bold = Open(directory, "DejaVuSans-Bold.ttf");

    public SKTypeface Face(bool bold) => bold ? _bold : _regular;

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
