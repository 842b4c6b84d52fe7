using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Tests.Printing;

public sealed class PrinterStatusTests
{
    private const string Well = "\x02\r\n  PRINTER STATUS\r\n   ERRORS:         0 00000000 00000000\r\n   WARNINGS:       1 00000000 00000008\r\n\x03\r\n";

    [Theory]
    [InlineData("00000001", PrintTrouble.PaperOut)]
    [InlineData("00000002", PrintTrouble.RibbonOut)]
    [InlineData("00000004", PrintTrouble.HeadOpen)]
    [InlineData("00000005", PrintTrouble.HeadOpen)]
    [InlineData("00000008", PrintTrouble.CutterFault)]
    [InlineData("00000010", PrintTrouble.Overheated)]
    [InlineData("00000020", PrintTrouble.Overheated)]
    [InlineData("00000040", PrintTrouble.Fault)]
    [InlineData("00000200", PrintTrouble.Fault)]
    [InlineData("00002000", PrintTrouble.PaperJam)]
    [InlineData("00010000", PrintTrouble.Fault)]
    [InlineData("00080000", PrintTrouble.Paused)]
    [InlineData("00080001", PrintTrouble.PaperOut)]
    [InlineData("00800000", PrintTrouble.Fault)]
    public void Read_ErrorBits_SayWhatHelpsMost(string bits, PrintTrouble trouble)
    {
        var status = PrinterStatus.Read($"\x02\r\n PRINTER STATUS\r\n ERRORS:  1 00000000 {bits}\r\n WARNINGS: 0 00000000 00000000\r\n\x03");

        Assert.Equal(new PrinterStatus(trouble, null), status);
    }

    [Theory]
    [InlineData("030,0,0,1245,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,6,0,00000000,1,000", null, 0)]
    [InlineData("030,0,0,1245,002,0,0,1,000,0,0,0", "000,0,0,0,0,2,6,0,00000003,1,000", null, 6)]
    [InlineData("030,1,0,1245,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,6,0,00000000,1,000", PrintTrouble.PaperOut, 0)]
    [InlineData("030,0,1,1245,001,0,0,0,000,0,0,0", "000,0,0,0,0,2,6,0,00000000,1,000", PrintTrouble.Paused, 1)]
    [InlineData("030,0,0,1245,000,0,0,0,000,1,0,0", "000,0,0,0,0,2,6,0,00000000,1,000", PrintTrouble.Fault, 0)]
    [InlineData("030,0,0,1245,000,0,0,0,000,0,0,1", "000,0,0,0,0,2,6,0,00000000,1,000", PrintTrouble.Overheated, 0)]
    [InlineData("030,1,1,1245,000,0,0,0,000,0,0,0", "000,0,1,0,0,2,6,0,00000000,1,000", PrintTrouble.HeadOpen, 0)]
    [InlineData("030,0,0,1245,000,0,0,0,000,0,0,0", "000,0,0,1,0,2,6,0,00000000,1,000", PrintTrouble.RibbonOut, 0)]
    public void Read_HostStatusAlone_SaysTroubleAndWhatIsHeld(string first, string second, PrintTrouble? trouble, int held)
    {
        var status = PrinterStatus.Read($"\x02" + $"{first}\x03\r\n\x02" + $"{second}\x03\r\n\x02" + "1234,0\x03\r\n");

        Assert.Equal(new PrinterStatus(trouble, held), status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("\x02" + "030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n")]
    [InlineData("ERRORS: 1 0000")]
    [InlineData("\0\0\0\x02\x03\x02\x03")]
    public void Read_NoAnswer_OrHalfOfOne_IsNone(string answer) => Assert.Null(PrinterStatus.Read(answer));

    [Fact]
    public void Read_ErrorsWithoutHostStatus_KnowsNothingOfWhatIsHeld()
    {
        Assert.Equal(new PrinterStatus(null, null), PrinterStatus.Read(Well));
        Assert.False(PrinterStatus.IsWhole(Well));
    }

    [Fact]
    public void IsWhole_BothAnswered_OrAnErrorThatSettlesIt()
    {
        Assert.True(PrinterStatus.IsWhole($"{Well}\x02" + "030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02" + "000,0,0,0,0,2,6,0,00000000,1,000\x03"));
        Assert.True(PrinterStatus.IsWhole("ERRORS: 1 00000000 00000001"));
    }
}
