using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Chain;

public sealed class AccountabilityTests
{
    private static readonly ChainState Whole = Story.ToTheEnd().Chain;

    public static TheoryData<BagState> States => [.. Enum.GetValues<BagState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void EveryState_StandsInOneColumn(BagState state)
    {
        var account = Accountability.Of([Whole with { Bags = [.. Whole.Bags.Select(bag => bag with { State = state })] }]);

        Assert.Equal(2, account.Count(null, null));
        Assert.Equal(2, Enum.GetValues<Accounted>().Sum(column => account.Count(null, column)));
        Assert.Equal(2, Enum.GetValues<Accounted>().Max(column => account.Count(null, column)));
        Assert.Equal(1, Enum.GetValues<Accounted>().Sum(column => account.Count(1, column)));
    }

    [Fact]
    public void Trial_IsAddedUp_InTheOrderOfSubjects()
    {
        var second = Story.UpTo("bag.issue", "1", participant: 3).Chain;

        var account = Accountability.Of([Whole, second]);

        Assert.Equal([second.Subject, second.Subject, Whole.Subject, Whole.Subject], account.Bags.Select(bag => bag.Subject));
        Assert.Equal((2, 2, 1), (account.Count(null, Accounted.InUse), account.Count(null, Accounted.Infused), account.Count(1, Accounted.Infused)));
        Assert.All(account.Bags.Where(bag => bag.As == Accounted.Infused), bag => Assert.Equal(bag.FilledMl, bag.InfusedMl));
    }

    [Fact]
    public void Label_PrintedAndNotApplied_DoesNotReconcile_UntilItIsDestroyed()
    {
        var story = Story.UpTo("split.fill-day1");
        var open = Accountability.Of([story.Chain]).Labels;

        Assert.Equal(story.Chain.Prints.Values.Where(print => print is { State: PrintState.Printed, Carrier: Tracking.Steps.Carrier.PrimaryBag }).Select(print => $"{print.Serial}").Order(), open.Select(label => $"{label.Print.Serial}").Order());
        Assert.NotEmpty(open);
        Assert.Empty(Accountability.Of([story.Chain with { Prints = story.Chain.Prints.Clear() }]).Labels);
    }
}
