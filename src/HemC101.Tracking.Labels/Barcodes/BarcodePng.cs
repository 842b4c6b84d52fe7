using SkiaSharp;

namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>A symbol as a grey PNG, for what cannot show SVG: mail, office documents, programs that read pictures.</summary>
public static class BarcodePng
{
    private const int BestCompression = 100;

    /// <inheritdoc cref="BarcodeSvg.Write"/>
    public static byte[] Write(BarcodeModules modules, int modulePixels = 4, int quietModules = 4, int barHeight = 60) =>
        Write(GreyPicture.Draw(modules, modulePixels, quietModules, barHeight));

    public static byte[] Write(GreyPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var image = SKImage.FromPixelCopy(new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8), picture.Dots.Span);
        using var png = image.Encode(SKEncodedImageFormat.Png, BestCompression);
        return png.ToArray();
    }
}
