using ZXing;
using ZXing.Common;
using ZXing.Datamatrix;
using ZXing.Datamatrix.Encoder;
using ZXing.OneD;

namespace HemC101.Tracking.Labels.Barcodes.ZXingNet;

/// <summary>ZXing.Net behind the seam; part of a build with <c>-p:BarcodeEngine=ZXingNet</c> only.</summary>
public sealed class ZXingNetEngine : IBarcodeEngine
{
    public BarcodeModules Encode(Symbology symbology, string payload)
    {
        Payload.Check(symbology, payload);
        return symbology switch
        {
            Symbology.Code128 => Linear(new Code128Writer().encode(payload)),
            Symbology.DataMatrix => Matrix(payload, []),

            // The GS1 hint is heard by the compact encoder alone.
            Symbology.Gs1DataMatrix => Matrix(payload, new() { [EncodeHintType.GS1_FORMAT] = true, [EncodeHintType.DATA_MATRIX_COMPACT] = true }),
        };
    }

    private static BarcodeModules Linear(bool[] dark)
    {
        var modules = new BarcodeModules(dark.Length, 1);
        for (var x = 0; x < dark.Length; x++)
        {
            modules[x, 0] = dark[x];
        }

        return modules;
    }

    private static BarcodeModules Matrix(string payload, Dictionary<EncodeHintType, object> hints)
    {
        hints[EncodeHintType.DATA_MATRIX_SHAPE] = SymbolShapeHint.FORCE_SQUARE;
        hints[EncodeHintType.MARGIN] = 0;
        var drawn = new DataMatrixWriter().encode(payload, BarcodeFormat.DATA_MATRIX, 1, 1, hints);
        return Copied(drawn);
    }

    private static BarcodeModules Copied(BitMatrix drawn)
    {
        var modules = new BarcodeModules(drawn.Width, drawn.Height);
        for (var y = 0; y < drawn.Height; y++)
        {
            for (var x = 0; x < drawn.Width; x++)
            {
                modules[x, y] = drawn[x, y];
            }
        }

        return modules;
    }
}
