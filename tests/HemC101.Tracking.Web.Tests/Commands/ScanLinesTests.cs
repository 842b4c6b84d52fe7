using HemC101.Tracking.Web.Commands;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class ScanLinesTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(@"a\x1db", "a\x1d" + "b")]
    [InlineData(@"a\x1Db", "a\x1d" + "b")]
    [InlineData(@"a\\b", @"a\b")]
    [InlineData(@"a\\x1d", @"a\x1d")]
    [InlineData(@"=\62", @"=\62")]
    [InlineData(@"a\xZZ", @"a\xZZ")]
    [InlineData(@"a\x1", @"a\x1")]
    [InlineData(@"a\", @"a\")]
    public void Unescaped_Line_IsTheScan(string line, string scan) => Assert.Equal(scan, ScanLines.Unescaped(line));

    [Theory]
    [InlineData("a\x1d" + "b", @"a\x1db")]
    [InlineData("\r\n\t", @"\x0d\x0a\x09")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("я", "я")]
    public void Escaped_Scan_ReadsBack(string scan, string line)
    {
        Assert.Equal(line, ScanLines.Escaped(scan));
        Assert.Equal(scan, ScanLines.Unescaped(line));
    }
}
