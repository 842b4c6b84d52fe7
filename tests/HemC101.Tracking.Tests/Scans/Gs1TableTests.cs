using HemC101.Tracking.Scans.Gs1;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>The data file agrees with itself.</summary>
public sealed class Gs1TableTests
{
    private static readonly string[] PredefinedStarts =
        ["00", "01", "02", "03", "11", "12", "13", "15", "16", "17", "20", "31", "32", "33", "34", "35", "36", "41"];

    [Fact]
    public void Table_HoldsEveryIdentifierOfTheReference() =>
        Assert.All(
            new[]
            {
                "00", "01", "03", "10", "11", "17", "21", "240", "250", "414", "254", "7003", "7240", "7241", "7242", "7250", "7251", "7252", "7253",
                "7254", "7256", "8008", "8017", "8018", "8019", "90", "91", "99", "3103", "8005", "8200",
            },
            ai => Assert.Equal(ai, Gs1Table.Get(ai).Code));

    [Fact]
    public void Separator_IsNeededUnlessTheFirstTwoDigitsSayTheLength() =>
        Assert.All(Gs1Table.All, ai => Assert.Equal(PredefinedStarts.Contains(ai.Code[..2]), !ai.NeedsSeparator));

    [Fact]
    public void PredefinedLength_IsAFixedLength() =>
        Assert.All(Gs1Table.All.Where(ai => !ai.NeedsSeparator), ai => Assert.True(ai.IsFixed, ai.Code));

    [Fact]
    public void Partners_AreKnown() =>
        Assert.All(
            Gs1Table.All.SelectMany(ai => ai.Required.SelectMany(group => group).Concat(ai.Excluded).Select(pattern => (ai.Code, pattern))),
            pair => Assert.Contains(Gs1Table.All, other => Fits(other.Code, pair.pattern)));

    [Fact]
    public void Required_NeverAsksForWhatItExcludes() =>
        Assert.All(
            Gs1Table.All.Where(ai => ai.Required.Length > 0),
            ai => Assert.Contains(ai.Required, group => !group.Any(ai.Excluded.Contains)));

    [Fact]
    public void Qualifiers_StandInNoQuery() =>
        Assert.All(
            Gs1Table.All.SelectMany(ai => ai.Link.Qualifiers.SelectMany(sequence => sequence)).Where(ai => ai != "8020"),
            ai => Assert.False(Gs1Table.Get(ai).Link.IsKey));

    [Theory]
    [InlineData("04")]
    [InlineData("14")]
    [InlineData("8110")]
    [InlineData("8112")]
    [InlineData("001")]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("ab")]
    public void Find_NoSuchIdentifier_Null(string text) => Assert.Null(Gs1Table.Find(text));

    private static bool Fits(string code, string pattern) =>
        code.Length == pattern.Length && code.Zip(pattern).All(pair => pair.Second == 'n' || pair.First == pair.Second);
}
