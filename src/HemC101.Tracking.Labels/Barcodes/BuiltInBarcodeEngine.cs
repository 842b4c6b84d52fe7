using HemC101.Tracking.Labels.Barcodes.DataMatrix;
using HemC101.Tracking.Labels.Barcodes.Linear;

namespace HemC101.Tracking.Labels.Barcodes;

public sealed class BuiltInBarcodeEngine : IBarcodeEngine
{
    public BarcodeModules Encode(Symbology symbology, string payload, MatrixShape shape = MatrixShape.Square)
    {
        Payload.Check(symbology, payload);
        return symbology switch
        {
            Symbology.Code128 => Code128.Encode(Message.Plain(payload)),
            Symbology.Gs1Code128 => Code128.Encode(Message.Gs1(payload)),
            Symbology.DataMatrix => DataMatrixSymbol.Encode(Message.Plain(payload), shape),
            Symbology.Gs1DataMatrix => DataMatrixSymbol.Encode(Message.Gs1(payload), shape),
        };
    }
}
