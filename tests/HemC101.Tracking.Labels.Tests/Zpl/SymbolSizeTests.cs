using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Tests.Zpl;

public sealed class SymbolSizeTests
{
    [Theory]
    [InlineData("123456", false, 10)]
    [InlineData("123456", true, 12)]
    [InlineData("ABC", false, 10)]
    [InlineData("ABCD", false, 12)]
    [InlineData("A1B2C3", false, 14)]
    public void DataMatrixModules_ShortPayload_IsTheSmallestSquare(string payload, bool gs1, int side) =>
        Assert.Equal(side, SymbolSize.DataMatrixModules(payload, gs1));

    [Fact]
    public void DataMatrixModules_LongerThanAnyLabel_IsNull() =>
        Assert.Null(SymbolSize.DataMatrixModules(new string('A', 2000), gs1: false));

    [Theory]
    [InlineData("=A99992600000100", 145)]
    [InlineData("ABC", 68)]
    [InlineData("1234", 57)]
    [InlineData("A1234B", 101)]
    public void Code128Modules_Payload_CountsTheChangesOfSubset(string payload, int modules) =>
        Assert.Equal(modules, SymbolSize.Code128Modules(payload));
}
