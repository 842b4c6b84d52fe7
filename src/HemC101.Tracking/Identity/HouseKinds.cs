namespace HemC101.Tracking.Identity;

public static class HouseKinds
{
    public static string DataIdentifier(HouseKind kind) => kind switch
    {
        HouseKind.Equipment => "&e",
        HouseKind.Location => "&l",
        HouseKind.MaterialLot => "&m",
        HouseKind.TransportBox => "&t",
        HouseKind.Seal => "&s",
        HouseKind.Station => "&w",
    };

    /// <returns>Null for a code whose identifier this house does not use.</returns>
    public static HouseKind? Of(ReadOnlySpan<char> code) => code switch
    {
        ['&', 'e', ..] => HouseKind.Equipment,
        ['&', 'l', ..] => HouseKind.Location,
        ['&', 'm', ..] => HouseKind.MaterialLot,
        ['&', 't', ..] => HouseKind.TransportBox,
        ['&', 's', ..] => HouseKind.Seal,
        ['&', 'w', ..] => HouseKind.Station,
        _ => null,
    };
}
