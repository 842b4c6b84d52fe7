using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Barcodes;

public sealed class BuiltInBarcodeEngine : IBarcodeEngine
{
    public BarcodeModules Encode(Symbology symbology, string payload)
    {
        Payload.Check(symbology, payload);
        return symbology switch
        {
            Symbology.Code128 => Code128.Encode(payload),
            Symbology.DataMatrix => DataMatrixSymbol.Encode(Encodation.Plain(payload)),
            Symbology.Gs1DataMatrix => DataMatrixSymbol.Encode(Encodation.Gs1(payload)),
        };
    }
}
