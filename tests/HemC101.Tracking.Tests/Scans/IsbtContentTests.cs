using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>The rule of every structure's content: what it takes, and the nearest thing that it does not.</summary>
public sealed class IsbtContentTests
{
    [Theory]
    [InlineData("=G12341765432170")]
    [InlineData("=A999926000001AA")]
    [InlineData("=100012600000119")]
    [InlineData("=%Ma00")]
    [InlineData("=%0000")]
    [InlineData("=<S1234rBb")]
    [InlineData("=<D1234X00")]
    [InlineData("=>024366")]
    [InlineData("=*026001")]
    [InlineData("&*0260010000")]
    [InlineData("=}026365")]
    [InlineData("&}0263652359")]
    [InlineData("=)1ABXYZ1234")]
    [InlineData("=)yAB0000001")]
    [InlineData("=)zAB0000001")]
    [InlineData("&)000012345A")]
    [InlineData("=;A9999000000000000012A")]
    [InlineData("='A999900395A")]
    [InlineData("=-AB0001234X")]
    [InlineData("&-00LOT12345")]
    [InlineData("=#0120000229")]
    [InlineData("&#0101a")]
    [InlineData("&#0112aB3aB3aB3aB3")]
    [InlineData("=$A9999260000100" + "02")]
    [InlineData("=$A99992600001" + "0202")]
    [InlineData("=(1001202602282359")]
    [InlineData("=(2006202402290000")]
    [InlineData("=,AA0000")]
    [InlineData("=,AABBCC")]
    [InlineData("=,999999")]
    [InlineData("&+A9999000000")]
    [InlineData("&+A9999FPC001")]
    [InlineData("=/A9999FPC001YA001")]
    [InlineData("&,100000000000000000A")]
    [InlineData("&,2ABCDEFGHIJKLMNOPQR")]
    [InlineData("&/CHA999926ABC123")]
    public void Read_GoodContent_Understood(string raw)
    {
        var reading = BarcodeReader.Read(raw) switch
        {
            Reading.Understood good => good,
            // The case of a patient's number is certain only beside something that is always in capitals.
            _ => Known.Understood($"=+02000=A99992600000100{raw}"),
        };
        Assert.EndsWith(raw, reading.Canonical, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=G12341765432171")]
    [InlineData("=A999926000001ZZ")]
    [InlineData("=A999926A0000100")]
    [InlineData("=A99AA2600000100")]
    [InlineData("=%6201")]
    [InlineData("=%6-00")]
    [InlineData("=<1A0011A0")]
    [InlineData("=<YA0011AB")]
    [InlineData("=<YA00110a")]
    [InlineData("=>025366")]
    [InlineData("=>126001")]
    [InlineData("=*026000")]
    [InlineData("&*0260012400")]
    [InlineData("=}02636A")]
    [InlineData("&}0263652399")]
    [InlineData("=)0AB1234567")]
    [InlineData("=)xAB1234567")]
    [InlineData("=)1AB-234567")]
    [InlineData("&)0000000000")]
    [InlineData("&)00001234-A")]
    [InlineData("=;O99990000000000000001")]
    [InlineData("=;A9999000000000000000-")]
    [InlineData("='A9999003-5A")]
    [InlineData("=-AB00-1234X")]
    [InlineData("&-0000000000")]
    [InlineData("=#0120010229")]
    [InlineData("=#0119001301")]
    [InlineData("=#A119700131")]
    [InlineData("&#0100")]
    [InlineData("&#0102a-")]
    [InlineData("&#0A02ab")]
    [InlineData("=$A999926000010301" + "2")]
    [InlineData("=$A9999260000103" + "02")]
    [InlineData("=$A9999260000100" + "00")]
    [InlineData("=$A99992A0000101" + "02")]
    [InlineData("=(3001202602282359")]
    [InlineData("=(1101202602282359")]
    [InlineData("=(1000202602282359")]
    [InlineData("=(1007202602282359")]
    [InlineData("=(1001202602292359")]
    [InlineData("=(1001202602282460")]
    [InlineData("=,A10000")]
    [InlineData("=,00AA00")]
    [InlineData("=,AAB000")]
    [InlineData("&+O9999000000")]
    [InlineData("&+A9999FPC-01")]
    [InlineData("=/A9999FPC0011A001")]
    [InlineData("=/A9999FPC-01YA001")]
    [InlineData("&,1000000000000000000")]
    [InlineData("&,100000000000000000-")]
    [InlineData("&,2000000000000000000")]
    [InlineData("&/CHA9999AA000001")]
    public void Read_BadContent_Refused(string raw)
    {
        Known.Refused(raw);
        Known.Refused($"=+02000{Other(raw)}{raw}");
    }

    private static string Other(string raw) => raw.StartsWith('=') && char.IsLetterOrDigit(raw[1]) ? "&/CHA999926000001" : "=A99992600000100";
}
