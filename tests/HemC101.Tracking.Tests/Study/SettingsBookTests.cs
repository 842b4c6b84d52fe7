using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

/// <summary>Which version is in force when.</summary>
public sealed class SettingsBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, "first")]
    [InlineData(0, "first")]
    [InlineData(9, "first")]
    [InlineData(10, "second")]
    [InlineData(500, "second")]
    public void At_AVersionForLater_ComesWhenItsTimeComes(int hours, string version) =>
        Assert.Equal(version, Book(("first", 0, 0, false), ("second", 1, 10, false)).At(Noon.AddHours(hours)).Settings.Version);

    [Fact]
    public void Coming_IsWithdrawnByAnEarlierOneIssuedAfterIt()
    {
        var book = Book(("first", 0, 0, false), ("planned", 1, 10, false), ("safety", 2, 2, true));

        Assert.Equal("safety", book.At(Noon.AddHours(11)).Settings.Version);
        Assert.True(book.IsWithdrawn(book.Versions[1]));
        Assert.Empty(book.Coming(Noon.AddHours(3)));
    }

    [Fact]
    public void Coming_StaysWhenALaterOneIsIssued()
    {
        var book = Book(("first", 0, 0, false), ("planned", 1, 10, false), ("farther", 2, 20, false));

        Assert.Equal(["planned", "farther"], book.Coming(Noon.AddHours(3)).Select(version => version.Settings.Version));
        Assert.Equal("planned", book.At(Noon.AddHours(15)).Settings.Version);
        Assert.Equal("farther", book.At(Noon.AddHours(20)).Settings.Version);
        Assert.False(book.IsWithdrawn(book.Versions[1]));
    }

    [Theory]
    [InlineData("first", 1, false)]
    [InlineData("first", 2, true)]
    [InlineData("urgent", 2, false)]
    [InlineData("urgent", 9, false)]
    [InlineData("later", 9, false)]
    [InlineData("first", 9, true)]
    [InlineData("unheard-of", 9, true)]
    [InlineData("unheard-of", 1, false)]
    public void IsOverruled_FromTheMomentAnUrgentVersionComesIntoForce(string signedUnder, int hours, bool overruled) =>
        Assert.Equal(overruled, Book(("first", 0, 0, false), ("urgent", 1, 2, true), ("later", 3, 3, false)).IsOverruled(signedUnder, Noon.AddHours(hours)));

    [Fact]
    public void IsOverruled_ByAnUrgentVersionThatWasWithdrawn_Never() =>
        Assert.False(Book(("first", 0, 0, false), ("urgent", 1, 10, true), ("calm", 2, 2, false)).IsOverruled("first", Noon.AddHours(11)));

    [Fact]
    public void IsOverruled_UnderALongListOfVersions_GoesByTheLatestUrgentOne()
    {
        var book = Book(("a", 0, 0, false), ("b", 1, 1, true), ("c", 2, 2, false), ("d", 3, 3, true), ("e", 4, 4, false));

        Assert.True(book.IsOverruled("c", Noon.AddHours(5)));
        Assert.False(book.IsOverruled("d", Noon.AddHours(5)));
        Assert.Equal("d", book.Urgent(Noon.AddHours(5))!.Settings.Version);
    }

    [Fact]
    public void Since_NamesTheVersionThatGaveTheValue()
    {
        var book = new SettingsBook(
        [
            new(new() { Version = "a" }, Noon, Noon),
            new(new() { Version = "b", MaxThawMinutes = 10 }, Noon.AddHours(1), Noon.AddHours(1)),
            new(new() { Version = "c", MaxThawMinutes = 10, PostThawMinutes = 40 }, Noon.AddHours(2), Noon.AddHours(2)),
        ]);

        string Since(string code) => book.Since(SettingsTable.Find(new(), code)!, Noon.AddHours(3)).Settings.Version;
        Assert.Equal(("b", "c", "a"), (Since("thaw.max"), Since("thaw.after"), Since("ready.hours")));
    }

    [Fact]
    public void Find_ByNameAndMoment_TellsTwoOfOneNameApart()
    {
        var book = new SettingsBook([new(new() { Version = "x", MaxThawMinutes = 1 }, Noon, Noon), new(new() { Version = "x", MaxThawMinutes = 2 }, Noon.AddHours(1), Noon.AddHours(1))]);

        Assert.Equal(1, book.Find("x", Noon.AddMinutes(30))!.MaxThawMinutes);
        Assert.Equal(2, book.Find("x", Noon.AddHours(2))!.MaxThawMinutes);
        Assert.Equal(1, book.Find("x", Noon.AddDays(-1))!.MaxThawMinutes);
        Assert.Null(book.Find("y"));
    }

    /// <param name="versions">Name, hours after noon when issued and when effective, urgent.</param>
    private static SettingsBook Book(params (string Name, int Issued, int Effective, bool Urgent)[] versions) => new(
    [
        .. versions.Select((version, at) => new SettingsVersion(
            new() { Version = version.Name }, Noon.AddHours(version.Issued), Noon.AddHours(version.Effective),
            new(null, version.Urgent, "safety", "D-1", at, [], []))),
    ]);
}
