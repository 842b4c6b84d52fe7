using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

public sealed class BuiltInBarcodeEngineTests() : BarcodeEngineContract(new BuiltInBarcodeEngine())
{
    [DecoderFact]
    public async Task Encode_ControlCharactersInPlainDataMatrix_ReadBack() =>
        await ReadsBackAsync(
            Symbology.DataMatrix,
            ["\u001D", "\u001D1234", "A\u001D", "[)>\u001E06\u001D1PHC101\u001E\u0004", string.Concat(Enumerable.Range(0, 128).Select(c => (char)c))]);
}
