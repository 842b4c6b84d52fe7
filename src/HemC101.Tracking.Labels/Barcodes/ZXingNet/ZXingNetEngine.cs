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
            Symbology.DataMatrix => Matrix(WithoutSeparator(payload)),
            Symbology.Gs1DataMatrix => Matrix(Payload.Separator + payload),
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

    // This writer turns every ASCII 29 into FNC1, in first place too. DATA_MATRIX_COMPACT with GS1_FORMAT would tell the two apart,
    // but that encoder (0.16.11) ends some texts without an end mark: readers then add characters that nobody asked for.
    private static BarcodeModules Matrix(string payload) =>
        Copied(new DataMatrixWriter().encode(payload, BarcodeFormat.DATA_MATRIX, 1, 1, new Dictionary<EncodeHintType, object>
        {
            [EncodeHintType.DATA_MATRIX_SHAPE] = SymbolShapeHint.FORCE_SQUARE,
            [EncodeHintType.MARGIN] = 0,
        }));

    private static string WithoutSeparator(string payload) =>
        payload.Contains(Payload.Separator)
            ? throw new ArgumentException("ZXing.Net cannot write ASCII 29 into a plain Data Matrix; the built-in engine can.", nameof(payload))
            : payload;

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
