using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

public sealed class RfidReadingTests
{
    [Theory]
    [InlineData("E2801160600002091234ABCD")]
    [InlineData("E200341201321A000C1D0DEE")]
    [InlineData("E004015012345678")]
    public void Read_NumberOfATag_IsATag(string raw)
    {
        Assert.Equal(raw, Known.Read<RfidCode>(raw).Tag.ToString());
        Assert.Equal(raw, Known.Read<RfidCode>(raw + "\r\n").Tag.ToString());
    }

    [Theory]
    [InlineData("E2801160600002091234ABC")]
    [InlineData("E2801160600002091234ABCD00112233")]
    [InlineData("3034257BF7194E4000001A85")]
    [InlineData("E200401501234567")]
    [InlineData("A999926000000100")]
    [InlineData("E2801160600002091234ABCG")]
    [InlineData("280116060000209123400000")]
    [InlineData("E28011606000 02091234ABC")]
    public void Read_WhatIsNone_IsNoTag(string raw) => Assert.IsNotType<RfidCode>((BarcodeReader.Read(raw) as Reading.Understood)?.Code);

    /// <summary>A reader without script is no hand that could type without slips.</summary>
    [Fact]
    public void Entry_WithoutAMeasuredRhythm_IsUnproven_AndNotTyped()
    {
        const string raw = "E2801160600002091234ABCD";

        Assert.Equal(EntryMethod.Unproven, ScanEntry.Of(raw, BarcodeReader.Read(raw), new EntryClaim(EntryMethod.Scanned)).Method);
    }
}
