using ZXing;
using ZXing.Common;
using ZXing.Datamatrix;
using ZXing.Datamatrix.Encoder;
using ZXing.Datamatrix.Internal;
using ZXing.OneD;

namespace HemC101.Tracking.Labels.Barcodes.ZXingNet;

/// <summary>ZXing.Net behind the seam; part of a build with <c>-p:BarcodeEngine=ZXingNet</c> only.</summary>
public sealed class ZXingNetEngine : IBarcodeEngine
{
    // How its Code 128 writer wants to be told of FNC1.
    private const char Code128Fnc1 = '\u00F1';

    public BarcodeModules Encode(Symbology symbology, string payload, MatrixShape shape = MatrixShape.Square)
    {
        Payload.Check(symbology, payload);
        return symbology switch
        {
            Symbology.Code128 => Linear(payload),
            Symbology.Gs1Code128 => Linear(Code128Fnc1 + payload.Replace(Payload.Separator, Code128Fnc1)),
            Symbology.DataMatrix => Matrix(payload, gs1: false, shape),
            Symbology.Gs1DataMatrix => Matrix(payload, gs1: true, shape),
        };
    }

    // Not CODE128_COMPACT: that writer (0.16.11, 0.17.0) draws some mixes of subsets so that nothing can read them.
    private static BarcodeModules Linear(string contents)
    {
        var dark = new Code128Writer().encode(contents);
        var modules = new BarcodeModules(dark.Length, 1);
        for (var x = 0; x < dark.Length; x++)
        {
            modules[x, 0] = dark[x];
        }

        return modules;
    }

    /// <summary>
    /// Only DATA_MATRIX_COMPACT with GS1_FORMAT tells a separator from an ASCII 29 of the payload, but that writer (0.16.11, 0.17.0) ends some
    /// texts without an end mark, and a reader then adds characters. So ZXing.Net reads each symbol back before it leaves; what its two writers
    /// cannot write so (no symbol of 144×144) is refused.
    /// </summary>
    private static BarcodeModules Matrix(string payload, bool gs1, MatrixShape shape)
    {
        var hints = new Dictionary<EncodeHintType, object>
        {
            [EncodeHintType.DATA_MATRIX_SHAPE] = shape == MatrixShape.Square ? SymbolShapeHint.FORCE_SQUARE : SymbolShapeHint.FORCE_RECTANGLE,
            [EncodeHintType.DATA_MATRIX_COMPACT] = true,
            [EncodeHintType.GS1_FORMAT] = gs1,
            [EncodeHintType.MARGIN] = 0,
        };
        var said = gs1 ? Payload.Separator + payload : payload;
        var compact = Drawn(payload, hints);
        if (Says(compact, said, gs1))
        {
            return Copied(compact);
        }

        hints[EncodeHintType.DATA_MATRIX_COMPACT] = false;
        var plain = Drawn(said, hints);
        return Says(plain, said, gs1)
            ? Copied(plain)
            : throw new ArgumentException("ZXing.Net writes no Data Matrix of this payload that is read back. The built-in engine can.", nameof(payload));
    }

    private static BitMatrix Drawn(string contents, Dictionary<EncodeHintType, object> hints) =>
        new DataMatrixWriter().encode(contents, BarcodeFormat.DATA_MATRIX, 1, 1, hints);

    private static bool Says(BitMatrix symbol, string said, bool gs1) =>
        new Decoder().decode(symbol) is { } read && read.Text == said && read.SymbologyModifier == (gs1 ? 2 : 1);

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
