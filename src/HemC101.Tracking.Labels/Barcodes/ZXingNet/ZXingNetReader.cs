using ZXing;
using ZXing.Common;

namespace HemC101.Tracking.Labels.Barcodes.ZXingNet;

/// <summary>ZXing.Net as reader of pictures; part of a build with <c>-p:BarcodeEngine=ZXingNet</c> only.</summary>
public sealed class ZXingNetReader : IBarcodeReader
{
    private const string Gs1Code128 = "]C1";
    private const string Gs1DataMatrix = "]d2";

    public IReadOnlyList<BarcodeReading> Read(GreyPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);

        // Without AssumeGS1 the reader of Code 128 drops FNC1 between fields.
        var reader = new BarcodeReaderGeneric
        {
            Options = new DecodingOptions
            {
                PossibleFormats = [BarcodeFormat.CODE_128, BarcodeFormat.DATA_MATRIX],
                TryHarder = true,
                AssumeGS1 = true,
            },
        };
        var found = reader.DecodeMultiple(picture.Dots.ToArray(), picture.Width, picture.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        return [.. (found ?? []).Select(Told)];
    }

    private static BarcodeReading Told(Result result) => (result.BarcodeFormat, result.ResultMetadata[ResultMetadataType.SYMBOLOGY_IDENTIFIER]) switch
    {
        (BarcodeFormat.CODE_128, Gs1Code128) => new(Symbology.Gs1Code128, result.Text[Gs1Code128.Length..]),
        (BarcodeFormat.CODE_128, _) => new(Symbology.Code128, result.Text),
        (_, Gs1DataMatrix) => new(Symbology.Gs1DataMatrix, result.Text[1..]),
        _ => new(Symbology.DataMatrix, result.Text),
    };
}
