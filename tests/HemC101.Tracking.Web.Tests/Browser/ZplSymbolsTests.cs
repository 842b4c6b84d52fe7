namespace HemC101.Tracking.Web.Tests.Browser;

public sealed class ZplSymbolsTests
{
    [Fact]
    public void Gs1Symbol_LeadingFnc1IsNotRead_InnerOneIsTheSeparator() =>
        Assert.Equal(["8018123\u001D80191\u001D724101"], ZplSymbols.In(@"^XA^FO1,1^BXN,5,200,,,,_^FH\^FD_18018123_180191_1724101^FS^XZ"));

    [Fact]
    public void EscapedCharacters_AreUndoneInTheOrderOfThePrinter() =>
        Assert.Equal(["=+02000^A_B"], ZplSymbols.In(@"^BXN,5,200,,,,_^FH\^FD=+02000\5EA__B^FS"));

    [Fact]
    public void LinearCodesAndText_AreNotSymbols() =>
        Assert.Empty(ZplSymbols.In(@"^BY2^BCN,40,N,N,N,A^FH\^FD=A999926000001^FS^FO1,1^FDtext^FS"));

    [Fact]
    public void SeveralLabels_GiveTheirSymbolsInOrder() =>
        Assert.Equal(["A", "B"], ZplSymbols.In("^XA^BXN,5,200,,,,_^FH\\^FDA^FS^XZ\n^XA^BXN,5,200,,,,_^FH\\^FDB^FS^XZ"));
}
