using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

public sealed class BuiltInBarcodeEngineTests() : BarcodeEngineContract(new BuiltInBarcodeEngine())
{
    [Theory]
    [InlineData(Symbology.DataMatrix, MatrixShape.Square, 3116)]
    [InlineData(Symbology.Gs1DataMatrix, MatrixShape.Square, 3114)]
    [InlineData(Symbology.DataMatrix, MatrixShape.Rectangle, 98)]
    public void Encode_DigitsThatFillTheLargestSymbol_Fit(Symbology symbology, MatrixShape shape, int digits) =>
        Assert.Equal(shape == MatrixShape.Square ? 144 : 48, new BuiltInBarcodeEngine().Encode(symbology, Digits(digits), shape).Width);
}
