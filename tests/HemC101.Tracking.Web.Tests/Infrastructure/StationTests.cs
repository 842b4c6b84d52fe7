using HemC101.Tracking.People;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

public sealed class StationTests
{
    [Fact]
    public void For_AnyRole_ShowsTheChains() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(Station.For(new HashSet<Role> { role }), station => station.Code == "chains"));

    [Fact]
    public void At_PathBelowAStation_IsThatStation() => Assert.Equal("ward", Station.At("/ward/bedside/12")!.Code);

    [Fact]
    public void At_PathThatOnlyBeginsAlike_IsNone() => Assert.Null(Station.At("/WardRobe"));
}
