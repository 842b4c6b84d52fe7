using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Custody;

/// <summary>X-17: what a logger says of which container, and what is held for it.</summary>
public sealed class LoggerRulesTests
{
    private static readonly StudySettings Settings = new();
    private static readonly Digest Hash = Digest.Of("file"u8);

    [Fact]
    public void Whereabouts_OfTheMainPath_AreTwoLegsAndTheTank()
    {
        var story = Story.ToTheEnd();

        var stays = Whereabouts.Of(story.Chain);

        Assert.All(stays, stay => Assert.True(stay.Until >= stay.From));
        Assert.Equal(
            ["TransportBox", "Location", "Location", "TransportBox", "TransportBox"],
            stays.OrderBy(stay => stay.Version).Select(stay => $"{stay.Where.Kind}"));
        Assert.Equal(story.Chain.Collections[0].Donation.ToString(), stays.MinBy(stay => stay.Version)!.Of);
    }

    [Fact]
    public void Bag_ReturnedAndRestored_IsInTheTankAgain()
    {
        var story = Story.UpTo("bag.clear", "1").Do("bag.return", "1").AfterHours(1).Do("bag.restore", "1");

        var stays = Whereabouts.Of(story.Chain).Where(stay => stay.Of == story.Bag(1).Id.ToString()).OrderBy(stay => stay.Version).ToList();

        Assert.Equal([HouseKind.Location, HouseKind.TransportBox, HouseKind.Location], stays.Select(stay => stay.Where.Kind));
        Assert.Null(stays[^1].Until);
    }

    [Theory]
    [InlineData(2.0, 8.0, false)]
    [InlineData(2.0, 8.1, true)]
    [InlineData(1.9, 8.0, true)]
    public void Collection_IsJudgedByBothLimits_AndTheLimitsAreWithin(double min, double max, bool isExcursion)
    {
        var stay = Stay(HouseKind.TransportBox, "A999926000070");

        Assert.Equal(isExcursion, Judge(stay, (0, (decimal)min), (10, (decimal)max))!.IsExcursion);
    }

    [Theory]
    [InlineData(-150.0, false)]
    [InlineData(-149.9, true)]
    [InlineData(-196.0, false)]
    public void Bag_IsJudgedByTheWarmestAlone(double c, bool isExcursion) =>
        Assert.Equal(isExcursion, Judge(Stay(HouseKind.Location, "A999926000070YA0011A0"), (5, (decimal)c))!.IsExcursion);

    [Fact]
    public void Readings_BeforeTheBagCameAndAfterItLeft_SayNothingOfIt()
    {
        var stay = Stay(HouseKind.Location, "A999926000070YA0011A0");

        var exposure = Judge(stay, (-1, 20), (0, -160), (60, -155), (61, 20))!;

        Assert.Equal((-160m, -155m, (DateTimeOffset?)null), (exposure.MinC, exposure.MaxC, exposure.OutsideFrom));
        Assert.Null(Judge(stay, (-10, 20), (61, 20)));
    }

    [Fact]
    public void Excursion_IsToldWithItsFirstAndLastMinute()
    {
        var exposure = Judge(Stay(HouseKind.TransportBox, "A999926000070"), (0, 5), (10, 9), (20, 5), (30, 1), (40, 5), (50, 5), (60, 5))!;

        Assert.Equal((From.AddMinutes(10), From.AddMinutes(30)), (exposure.OutsideFrom, exposure.OutsideUntil));
        Assert.Equal((1m, 9m, 0), (exposure.MinC, exposure.MaxC, exposure.GapMinutes));
    }

    [Theory]
    [InlineData(HouseKind.TransportBox, 45)]
    [InlineData(HouseKind.Location, 20)]
    public void Gap_IsCounted_OfALegFromEndToEnd_OfATankWithinTheFile(HouseKind kind, int minutes)
    {
        var of = kind == HouseKind.TransportBox ? "A999926000070" : "A999926000070YA0011A0";

        Assert.Equal(minutes, Judge(Stay(kind, of), (0, 5), (15, 5), (35, 5))!.GapMinutes);
    }

    [Fact]
    public void StayThatGoesOn_IsJudgedUpToNow()
    {
        var leg = Stay(HouseKind.TransportBox, "A999926000070") with { Until = null };

        Assert.Equal(0, Exposure.Of(leg, File((0, 5), (10, 5)), Settings, From.AddMinutes(12))!.GapMinutes);
    }

    [Fact]
    public void WarmCollection_NotYetInABatch_IsHeld_AndStopsManufacture()
    {
        var story = Story.UpTo("batch.open");

        var held = Held(Logged(story, 20));

        Assert.Equal((story.Chain.Collections[0].Donation.ToString(), true), (held.Of, held.StopsManufacture));
        Assert.Contains("manufacture-stopped", Happen(story, Logged(story, 20)).Try("batch.open").Codes());
    }

    [Fact]
    public void WarmCollection_InABatch_HoldsTheBatch_AndTheCellsInCultureGoOn()
    {
        var story = Story.UpTo("unit.start", "UO-03");

        var held = Held(Logged(story, 20));

        Assert.Equal((story.Chain.CurrentBatch!.Number.ToString(), false), (held.Of, held.StopsManufacture));
        Assert.Empty(Happen(story, Logged(story, 20)).Try("unit.start", "UO-03").Codes());
    }

    [Fact]
    public void Hold_OfALogger_IsReleasedByQualityAssurance_WhoDidNotPlaceIt()
    {
        var story = Story.UpTo("bag.reserve", "1");
        var stay = Whereabouts.Of(story.Chain).Single(stay => stay.Of == story.Bag(1).Id.ToString());
        Happen(story, Events(story, stay, -100));

        Assert.Equal(["held"], story.Try("bag.reserve", "1").Codes());
        Assert.Empty(story.Do("hold.release").Try("bag.reserve", "1").Codes());
    }

    [Fact]
    public void GivenBag_IsToldOf_AndNotHeld()
    {
        var story = Story.ToTheEnd();
        var stay = Whereabouts.Of(story.Chain).First(stay => stay.Where.Kind == HouseKind.Location);

        Assert.IsType<TemperatureLogged>(Assert.Single(Events(story, stay, -100)));
    }

    [Fact]
    public void File_EnteredAgain_HasNothingToSay()
    {
        var story = Story.UpTo("batch.open");
        Happen(story, Logged(story, 5));
        var stay = Whereabouts.Of(story.Chain)[0];
        LoggerFile file = new(Hash, [new(stay.From, 5)]);

        Assert.Null(LoggerRules.Wanted(story.Chain, stay, file, Settings, story.Now));
        Assert.NotNull(LoggerRules.Wanted(story.Chain, stay, file with { Hash = Digest.Of("other"u8) }, Settings, story.Now));
    }

    private static DateTimeOffset From { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static Stay Stay(HouseKind kind, string of) => new(of, HouseId.Issue(kind, 1), 7, From, From.AddMinutes(60));

    private static Exposure? Judge(Stay stay, params (int Minute, decimal C)[] readings) => Exposure.Of(stay, File(readings), Settings, From.AddDays(1));

    private static LoggerFile File(params (int Minute, decimal C)[] readings) =>
        new(Hash, [.. readings.Select(reading => new LoggerReading(From.AddMinutes(reading.Minute), reading.C))]);

    private static List<ChainEvent> Logged(Story story, decimal c) => Events(story, Whereabouts.Of(story.Chain)[0], c);

    private static List<ChainEvent> Events(Story story, Stay stay, decimal c)
    {
        var exposure = Exposure.Of(stay, new(Hash, [new(stay.From, c)]), Settings, story.Now)!;
        return [.. LoggerRules.Events(story.Chain, [(stay, exposure)], Hash)];
    }

    private static Story Happen(Story story, IEnumerable<ChainEvent> events) =>
        events.Aggregate(story, (told, what) => told.Happen(what, Crew.Of(Role.Cryostore), LoggerRules.StepId));

    private static HoldPlaced Held(IEnumerable<ChainEvent> events) => Assert.Single(events.OfType<HoldPlaced>());
}
