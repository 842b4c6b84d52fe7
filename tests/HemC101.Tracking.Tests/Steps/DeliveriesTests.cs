using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

public sealed class DeliveriesTests
{
    private static readonly HouseStatus[] All = Enum.GetValues<HouseStatus>();

    public static TheoryData<HouseStatus, HouseStatus> Pairs
    {
        get
        {
            var pairs = new TheoryData<HouseStatus, HouseStatus>();
            foreach (var (first, second) in All.SelectMany(first => All.Select(second => (first, second))))
            {
                pairs.Add(first, second);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void OwnLabel_IsItsOwnDelivery_UnlessTheLotIsRecalled(HouseStatus own, HouseStatus other)
    {
        var found = Deliveries.One(Id(1), [Lot(1, own), Lot(2, other)]);

        Assert.Equal(Id(1), found.Id);
        Assert.Equal(own != HouseStatus.Retired && other == HouseStatus.Recalled ? HouseStatus.Recalled : own, found.Status);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ManufacturersCode_IsUsable_OnlyWhenNothingKeepsBackAnyThatIsStillThere(HouseStatus first, HouseStatus second)
    {
        HouseStatus[] both = [first, second];
        var found = Deliveries.Any([Lot(1, first), Lot(2, second)])!;

        var usable = both.Contains(HouseStatus.Released) && both.All(status => status is HouseStatus.Released or HouseStatus.Retired);
        Assert.Equal(usable, found.Status == HouseStatus.Released);
        Assert.True(!both.Contains(HouseStatus.Recalled) || found.Status == HouseStatus.Recalled);
    }

    [Fact]
    public void ManufacturersCode_OfSeveralReleased_IsTheNewest() =>
        Assert.Equal(Id(3), Deliveries.Any([Lot(1, HouseStatus.Released), Lot(2, HouseStatus.Retired), Lot(3, HouseStatus.Released)])!.Id);

    [Fact]
    public void ManufacturersCode_OfNothing_IsNothing() => Assert.Null(Deliveries.Any([]));

    private static HouseId Id(int number) => HouseId.Issue(HouseKind.MaterialLot, number);

    private static HouseThing Lot(int number, HouseStatus status) =>
        new(Id(number), new("серия", "lot"), status, MaterialKind.Medium, null, null);
}
