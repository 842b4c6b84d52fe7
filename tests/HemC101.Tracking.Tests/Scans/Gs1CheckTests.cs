using HemC101.Tracking.Scans.Gs1;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>Every kind of check that a GS1 value may have, by an identifier that has it.</summary>
public sealed class Gs1CheckTests
{
    [Theory]
    [InlineData("00", "123456789012345675", "123456789012345670")]
    [InlineData("01", "24012345678905", "24012345678906")]
    [InlineData("02", "12345678901231", "12345678901232")]
    [InlineData("8017", "123456789012345675", "12345678901234567X")]
    [InlineData("253", "1234567890128DOC-1", "1234567890129DOC-1")]
    [InlineData("255", "1234567890128123456789012", "12345678901281234567890123")]
    [InlineData("8003", "01234567890128S", "11234567890128S")]
    [InlineData("8006", "123456789012310102", "123456789012310302")]
    [InlineData("8006", "123456789012310202", "123456789012310002")]
    [InlineData("8013", "1987654Ad4X4bL5ttr2310c2K", "1987654Ad4X4bL5ttr2310cXK")]
    [InlineData("8013", "12345678901234567890123NT", "A2345678901234567890123NT")]
    [InlineData("8004", "1234A", "123A4")]
    [InlineData("401", "1234", "123")]
    [InlineData("11", "260200", "260230")]
    [InlineData("17", "240229", "250229")]
    [InlineData("15", "261231", "261331")]
    [InlineData("7006", "260228", "260200")]
    [InlineData("7007", "260101260102", "260101260002")]
    [InlineData("7007", "260101", "2601012601")]
    [InlineData("7003", "2612312359", "2612312460")]
    [InlineData("7011", "2612310000", "26123124")]
    [InlineData("7250", "19700131", "19700132")]
    [InlineData("7251", "197001312359", "197001312400")]
    [InlineData("7252", "9", "3")]
    [InlineData("7241", "01", "11")]
    [InlineData("7241", "99", "79")]
    [InlineData("7258", "1/3", "4/3")]
    [InlineData("7258", "2/2", "0/2")]
    [InlineData("7253", "Ivanova%20A", "Ivanova%2")]
    [InlineData("7256", "%D0%98", "%D0%9G")]
    [InlineData("8008", "26123123", "26123124")]
    [InlineData("8008", "261231235959", "261231235960")]
    [InlineData("8008", "2612312359", "261231235")]
    [InlineData("8001", "00010000100110", "00000000100110")]
    [InlineData("8001", "00010000100191", "00010000100120")]
    [InlineData("8007", "BE71096123456769", "BE71096123456760")]
    [InlineData("8007", "GB98MIDL07009312345678", "XX98MIDL07009312345678")]
    [InlineData("8011", "123", "0123")]
    [InlineData("8010", "1234#-/A", "1234a")]
    [InlineData("422", "643", "000")]
    [InlineData("423", "643112", "64311")]
    [InlineData("423", "643112643112643", "643112643112643112")]
    [InlineData("7030", "999X", "998X")]
    [InlineData("4307", "RU", "XX")]
    [InlineData("3910", "643100", "000100")]
    [InlineData("7041", "PX", "??")]
    [InlineData("7040", "1ABC", "1AB?")]
    [InlineData("4309", "18000000003600000000", "18000000013600000000")]
    [InlineData("4309", "00000000000000000000", "00000000003600000001")]
    [InlineData("4321", "1", "2")]
    [InlineData("4330", "001500-", "001500+")]
    [InlineData("4331", "001500", "001500--")]
    [InlineData("4324", "2612000900", "2613000900")]
    [InlineData("8030", "aGk_-w==", "aGk=w")]
    [InlineData("10", "!\"%&'()*+,-./:;<=>?_", "A B")]
    [InlineData("10", "12345678901234567890", "123456789012345678901")]
    [InlineData("21", "aZ", "я")]
    [InlineData("20", "00", "0")]
    [InlineData("30", "1", "123456789")]
    [InlineData("3103", "000750", "00075")]
    [InlineData("7240", "HemC101-01-01", "HemC101 01")]
    [InlineData("8014", "1987654Ad4X4bL5ttr2310c2K", "1234567890")]
    [InlineData("8042", "12345678901234567890123456789012", "1234567890123456789012345678901")]
    public void Fault_OfOneValueAndItsNeighbour_IsFoundInTheSecond(string ai, string good, string bad)
    {
        Assert.Null(Gs1Table.Get(ai).Fault(good));
        Assert.NotNull(Gs1Table.Get(ai).Fault(bad));
        Assert.Throws<ArgumentException>(() => Gs1Element.Of(ai, bad));
        Assert.Equal((ai, good), (Gs1Element.Of(ai, good).Ai, Gs1Element.Of(ai, good).Value));
    }

    [Fact]
    public void Reason_OfEveryCheck_IsASentenceInBothLanguages() =>
        Assert.All(
            Enum.GetValues<Gs1Check>(),
            check => Assert.All(
                new[] { Gs1Reasons.Value(Gs1Table.Get("01"), check).Sentence.Ru, Gs1Reasons.Value(Gs1Table.Get("01"), check).Sentence.En },
                sentence => Assert.DoesNotContain("{", sentence, StringComparison.Ordinal)));
}
