using HemC101.Tracking.Web.Audit;

namespace HemC101.Tracking.Web.Tests.Audit;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("температура: -80", "температура: -80")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+7", "\"'+7\"")]
    [InlineData("-80", "\"'-80\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1+1", "\"  '=1+1\"")]
    [InlineData("\t=1+1", "\"\t'=1+1\"")]
    [InlineData("a;=1+1", "\"a;'=1+1\"")]
    [InlineData("a\n=1+1", "\"a\n'=1+1\"")]
    [InlineData("\"=1+1", "\"\"\"'=1+1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    public void Cell_IsQuotedWhereItMustBe_AndNeverAFormula(string text, string written) =>
        Assert.Equal($"{written},x\r\n", Csv.Row([text, "x"]));
}
