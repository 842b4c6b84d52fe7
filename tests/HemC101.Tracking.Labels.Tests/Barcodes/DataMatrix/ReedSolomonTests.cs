using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

public sealed class ReedSolomonTests
{
    // ISO/IEC 16022 annex O: the worked example.
    [Fact]
    public void Append_WorkedExampleOfTheStandard_GivesItsCheckCodewords() =>
        Assert.Equal(
            [142, 164, 186, 114, 25, 5, 88, 102],
            ReedSolomon.Append([142, 164, 186], SymbolSize.For(3)).Select(codeword => (int)codeword));

    [Fact]
    public void Append_LargestSymbol_BeginsItsCheckCodewordsWithBlockOne()
    {
        var size = SymbolSize.Squares[^1];
        var data = new byte[size.Data];
        data[0] = 1;

        var check = ReedSolomon.Append(data, size).Skip(size.Data).ToArray();

        Assert.All(check.Index(), entry => Assert.Equal(entry.Index % 10 == 0, entry.Item != 0));
    }
}
