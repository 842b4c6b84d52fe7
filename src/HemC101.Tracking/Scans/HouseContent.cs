using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>A house code; locally defined identifiers never stand inside an ISBT 128 message (ST-001, data identifiers &amp;a-&amp;z).</summary>
public sealed class HouseContent(HouseId id) : CodeContent
{
    public HouseId Id => id;

    public override CodeFamily Family => CodeFamily.House;

    public override IEnumerable<CodeElement> Elements
    {
        get
        {
            var name = NameOf(id.Kind);
            yield return new CodeElement(
                HouseKinds.DataIdentifier(id.Kind), id.Content, new($"{name.Ru}: {id.WithCheck}", $"{name.En}: {id.WithCheck}"));
        }
    }

    private static Text NameOf(HouseKind kind) => kind switch
    {
        HouseKind.Equipment => new("оборудование", "equipment"),
        HouseKind.Location => new("место", "location"),
        HouseKind.MaterialLot => new("серия материала", "material lot"),
        HouseKind.TransportBox => new("транспортный контейнер", "transport box"),
        HouseKind.Seal => new("пломба", "seal"),
        HouseKind.Station => new("рабочая станция", "station"),
    };
}
