using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Chain;

public sealed class ThingUseTests
{
    private static readonly IReadOnlyList<Happened> Whole = Story.ToTheEnd().History;

    [Fact]
    public void EveryThingInAnEvent_IsAUse() => Assert.All(Whole, happened => Assert.Equal(ThingsIn(happened.What), Uses(happened)));

    [Fact]
    public void EveryEventThatNamesThings_IsAmongThose()
    {
        var naming = typeof(ChainEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ChainEvent)) && type.GetProperties().Any(property => IsThing(property.PropertyType)))
            .Select(type => type.Name);
        var happened = Whole.Where(happened => Uses(happened).Count > 0).Select(happened => happened.What.GetType().Name).ToHashSet();

        // A bag is put back only when a dose is deferred or returned, which the main path does not do; what is withdrawn, or logged, is not used by that.
        Assert.Equal(
            [nameof(BagDeferred), nameof(BagRestored), nameof(HoldPlaced), nameof(RecallAssessed), nameof(TemperatureLogged), nameof(ThingWithdrawn)],
            naming.Except(happened).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BagPutBack_UsesItsPosition()
    {
        var stored = Whole.First(happened => happened.What is BagStored);
        var (bag, position, _) = (BagStored)stored.What;

        Assert.All(
            new ChainEvent[] { new BagDeferred(bag, position), new BagRestored(bag, position) },
            what => Assert.Equal((position, $"{bag}"), Assert.Single(ThingUse.Of(stored with { What = what }).Select(use => (use.Thing, use.For)))));
    }

    private static List<string> Uses(Happened happened) => [.. ThingUse.Of(happened).Select(use => use.Thing.ToString()).Order(StringComparer.Ordinal)];

    private static List<string> ThingsIn(ChainEvent what) =>
    [
        .. what.GetType().GetProperties().Where(property => IsThing(property.PropertyType)).Select(property => property.GetValue(what))
            .SelectMany(value => value as IEnumerable<HouseId> ?? [(HouseId)value!]).Select(thing => thing.ToString()).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsThing(Type type) => type == typeof(HouseId) || type == typeof(HouseId?) || type.IsAssignableTo(typeof(IEnumerable<HouseId>));
}
