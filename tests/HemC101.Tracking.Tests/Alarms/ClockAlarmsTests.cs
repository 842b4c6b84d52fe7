using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Alarms;

/// <summary>Each clock just before its moment and at it.</summary>
public sealed class ClockAlarmsTests
{
    private static readonly AlarmLimits Limits = new(
        Issued: TimeSpan.FromMinutes(60), Readiness: TimeSpan.FromMinutes(120), Start: TimeSpan.FromMinutes(10),
        Expiry: TimeSpan.FromDays(14), Window: TimeSpan.FromHours(6));

    [Fact]
    public void Chain_JustEnrolled_HasNone() => Assert.Empty(Of(Story.Enrolled(), TimeSpan.Zero));

    [Fact]
    public void Collection_OnItsWay_IsUrgentFromTheMomentOn()
    {
        var story = Story.UpTo("collection.receive");
        var collection = story.Chain.CurrentCollection!;
        var late = collection.DepartedAt!.Value.AddMinutes(collection.MaxTransportMinutes!.Value);

        Assert.Empty(At(story, late.AddMilliseconds(-1)));
        var alarm = Assert.Single(At(story, late));
        Assert.Equal((AlarmKind.CollectionOverdue, AlarmLevel.Urgent, late), (alarm.Kind, alarm.Level, alarm.Since));
    }

    [Fact]
    public void Bag_OnItsWay_IsUrgentFromTheMomentOn_AndGoneWhenItIsReceived()
    {
        var story = Story.UpTo("bag.receive", "1");
        var late = story.Bag(1).DepartedAt!.Value.AddMinutes(story.Bag(1).MaxTransportMinutes!.Value);

        Assert.DoesNotContain(At(story, late.AddMilliseconds(-1)), alarm => alarm.Kind == AlarmKind.BagOverdue);
        var alarm = Assert.Single(At(story, late), alarm => alarm.Kind == AlarmKind.BagOverdue);
        Assert.Equal((AlarmLevel.Urgent, story.Bag(1).Id), (alarm.Level, alarm.Bag));
        Assert.DoesNotContain(At(story.Do("bag.receive", "1"), late), alarm => alarm.Kind == AlarmKind.BagOverdue);
    }

    [Theory]
    [InlineData("bag.depart")]
    [InlineData("bag.receive")]
    [InlineData("bag.clear")]
    [InlineData("thaw.start")]
    [InlineData("thaw.end")]
    [InlineData("bedside.second")]
    public void Bag_IssuedAndNotVerified_IsUrgentWhereverItIs(string before)
    {
        var story = Story.UpTo(before, "1");
        var limit = story.Bag(1).IssuedAt!.Value + Limits.Issued;

        Assert.DoesNotContain(At(story, limit.AddMilliseconds(-1)), alarm => alarm.Kind == AlarmKind.IssuedUnverified);
        Assert.Contains(At(story, limit), alarm => alarm is { Kind: AlarmKind.IssuedUnverified, Level: AlarmLevel.Urgent });
    }

    [Theory]
    [InlineData("infusion.start")]
    [InlineData("infusion.end")]
    public void Bag_Verified_IsNotWaitedForAnyMore(string before) =>
        Assert.DoesNotContain(Of(Story.UpTo(before, "1"), TimeSpan.FromDays(1)), alarm => alarm.Kind == AlarmKind.IssuedUnverified);

    [Fact]
    public void Bag_Returned_IsNotWaitedForAnyMore() =>
        Assert.DoesNotContain(
            Of(Story.UpTo("bag.clear", "1").Try("bag.return", "1").Take(), TimeSpan.FromHours(2)), alarm => alarm.Kind == AlarmKind.IssuedUnverified);

    [Fact]
    public void Thaw_IsWatchedFromItsStart_AndUrgentWhenItsTimeIsOver()
    {
        var story = Story.UpTo("thaw.end", "1");
        var end = story.Bag(1).ThawStartedAt!.Value.AddMinutes(story.Settings.MaxThawMinutes);

        var running = Assert.Single(At(story, end.AddMilliseconds(-1)), alarm => alarm.Kind == AlarmKind.Thaw);
        Assert.Equal((AlarmLevel.Watch, end), (running.Level, running.Until));
        Assert.Equal(AlarmLevel.Urgent, Assert.Single(At(story, end), alarm => alarm.Kind == AlarmKind.Thaw).Level);
    }

    [Fact]
    public void TimeToStart_IsUrgentTenMinutesBeforeItsEnd_AndAfterIt()
    {
        var story = Story.UpTo("bedside.first", "1");
        var end = story.Bag(1).PostThawExpiresAt!.Value;

        AlarmLevel Level(TimeSpan before) => Assert.Single(At(story, end - before), alarm => alarm.Kind == AlarmKind.StartAfterThaw).Level;

        Assert.Equal(AlarmLevel.Watch, Level(Limits.Start + TimeSpan.FromMilliseconds(1)));
        Assert.Equal(AlarmLevel.Urgent, Level(Limits.Start));
        Assert.Equal(AlarmLevel.Urgent, Level(TimeSpan.FromHours(-1)));
    }

    [Fact]
    public void Readiness_InTheStore_IsWatchedToItsEnd_AndThenForgotten()
    {
        var story = Story.UpTo("bag.reserve", "1");
        var end = story.Chain.Readiness[1].ValidUntil;

        Assert.DoesNotContain(At(story, end - Limits.Readiness - TimeSpan.FromMilliseconds(1)), alarm => alarm.Kind == AlarmKind.ReadinessEnds);
        Assert.Equal(AlarmLevel.Watch, Assert.Single(At(story, end - Limits.Readiness), alarm => alarm.Kind == AlarmKind.ReadinessEnds).Level);
        Assert.DoesNotContain(At(story, end), alarm => alarm.Kind == AlarmKind.ReadinessEnds);
    }

    [Fact]
    public void Readiness_WithTheBagOut_IsUrgent_AlsoWhenItIsOver()
    {
        var story = Story.UpTo("bag.receive", "1");
        var end = story.Chain.Readiness[1].ValidUntil;

        Assert.All([end - Limits.Readiness, end, end.AddHours(5)], moment =>
            Assert.Equal(AlarmLevel.Urgent, Assert.Single(At(story, moment), alarm => alarm.Kind == AlarmKind.ReadinessEnds).Level));
    }

    [Fact]
    public void Bag_BeforeItsThaw_IsWatchedBeforeItsExpiry_AndUrgentAtIt()
    {
        var story = Story.UpTo("readiness.sign", "1");
        var end = story.Bag(2).ExpiresAt;
        IEnumerable<AlarmLevel> Levels(DateTimeOffset moment) => At(story, moment).Where(alarm => alarm.Kind == AlarmKind.BagExpires).Select(alarm => alarm.Level);

        Assert.Empty(Levels(end - Limits.Expiry - TimeSpan.FromMilliseconds(1)));
        Assert.Equal([AlarmLevel.Watch, AlarmLevel.Watch], Levels(end - Limits.Expiry));
        Assert.Equal([AlarmLevel.Urgent, AlarmLevel.Urgent], Levels(end));
    }

    [Theory]
    [InlineData(35.9, null)]
    [InlineData(36, AlarmLevel.Watch)]
    [InlineData(65.9, AlarmLevel.Watch)]
    [InlineData(66, AlarmLevel.Urgent)]
    [InlineData(72, AlarmLevel.Urgent)]
    [InlineData(100, AlarmLevel.Urgent)]
    public void Day2_NotDecided_IsToldAtHalfOfTheWindow_AndUrgentTowardsItsEnd(double hours, AlarmLevel? expected)
    {
        var story = Story.UpTo("tolerance.decide");
        var at = story.Chain.InfusionStart(1)!.Value.AddHours(hours);

        Assert.Equal(expected, At(story, at).FirstOrDefault(alarm => alarm.Kind == AlarmKind.Day2Undecided)?.Level);
    }

    [Theory]
    [InlineData("defer", true)]
    [InlineData("no-go", false)]
    public void Day2_Decided_IsToldOnlyWhilePutOff(string decision, bool told)
    {
        var story = Story.UpTo("tolerance.decide").Try("tolerance.decide").With("decision", decision).Take();

        Assert.Equal(told, At(story, story.Chain.InfusionStart(1)!.Value.AddHours(40)).Any(alarm => alarm.Kind == AlarmKind.Day2Undecided));
    }

    [Fact]
    public void Hold_OverABatchThatWaitsForItsRelease_IsTold_UntilItIsReleased()
    {
        var story = Story.UpTo("batch.review");
        story.Happen(new HoldPlaced(1, $"{story.Chain.CurrentBatch!.Number}", "deviation", false), Crew.Of(Role.QualityAssurance), "hold.place");

        Assert.Equal(AlarmLevel.Watch, Assert.Single(Of(story, TimeSpan.Zero), alarm => alarm.Kind == AlarmKind.ReleaseBlocked).Level);

        story.Happen(new HoldReleased(1, "no-risk"), Crew.Of(Role.QualityAssurance), "hold.release");
        Assert.DoesNotContain(Of(story, TimeSpan.Zero), alarm => alarm.Kind == AlarmKind.ReleaseBlocked);

        story.Try("deviation.open").With("class", "Critical").By(Crew.Of(Role.LabOperator, 4)).Take();
        Assert.Contains(Of(story, TimeSpan.Zero), alarm => alarm.Kind == AlarmKind.ReleaseBlocked);
        story.Do("deviation.close-critical");
        Assert.DoesNotContain(Of(story, TimeSpan.Zero), alarm => alarm.Kind == AlarmKind.ReleaseBlocked);
    }

    [Fact]
    public void SeveralClocks_StandUrgentFirst()
    {
        var levels = Of(Story.UpTo("thaw.end", "1"), TimeSpan.FromDays(170)).Select(alarm => alarm.Level).ToList();

        Assert.Equal(levels.OrderDescending(), levels);
        Assert.True(levels.Count > 1);
    }

    [Fact]
    public void Key_OfTheSameClock_StaysTheSame_WhileItStands()
    {
        var story = Story.UpTo("bag.receive", "1");

        Assert.Equal(
            Of(story, TimeSpan.FromHours(5)).Where(alarm => alarm.Level == AlarmLevel.Urgent).Select(alarm => alarm.Key),
            Of(story, TimeSpan.FromHours(6)).Where(alarm => alarm.Level == AlarmLevel.Urgent).Select(alarm => alarm.Key));
    }

    [Fact]
    public void EveryKind_HasARule_WithSomebodyToCall_ToSeeIt_AndAPlace() =>
        Assert.All(Enum.GetValues<AlarmKind>(), kind =>
        {
            var rule = AlarmBook.Of(kind);
            Assert.NotEmpty(rule.Groups);
            Assert.NotEmpty(rule.Roles);
            Assert.NotEmpty(rule.Stations);
            Assert.All([rule.Says, rule.SaysUrgent], said => Assert.True(said.Ru.Length > 0 && said.En.EndsWith('.')));
        });

    private static IReadOnlyList<StandingAlarm> Of(Story story, TimeSpan later) => At(story, story.Now + later);

    private static IReadOnlyList<StandingAlarm> At(Story story, DateTimeOffset now) => ClockAlarms.Of(story.Chain, story.Settings, Limits, now);
}
