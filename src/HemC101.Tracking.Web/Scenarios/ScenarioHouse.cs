using HemC101.Tracking.Identity;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>The things of the demonstration's house by the names that scenarios give them.</summary>
internal static class ScenarioHouse
{
    /// <returns>Null for what is no numbered thing of the house.</returns>
    public static HouseId? Find(ScenarioName name) => name is { Who: null, On: "" } ? name.Kind == "lot" ? Lot(name) : DemoHouse.Find(name.Kind, name.Which) : null;

    /// <summary>The first lot of each kind is released and in date.</summary>
    private static HouseId? Lot(ScenarioName name) => Enum.TryParse<MaterialKind>(name.Which, ignoreCase: true, out var kind) ? DemoHouse.LotOf(kind, Math.Max(name.No, 1)) : null;
}
