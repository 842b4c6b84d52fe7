using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Steps;

/// <summary>Labels as a refusal names them: number, what it is on, what it identifies.</summary>
public static class CarrierNames
{
    private const int Named = 6;

    public static Text Of(Carrier carrier) => carrier switch
    {
        Carrier.PrimaryBag => new("пакет или контейнер", "bag or container"),
        Carrier.Cassette => new("кассета", "cassette"),
        Carrier.Tag => new("бирка", "tag"),
        Carrier.Tube => new("пробирка", "tube"),
        Carrier.Sheet => new("лист", "sheet"),
        Carrier.Band => new("браслет", "wristband"),
        Carrier.Badge => new("бейдж", "badge"),
        Carrier.Plate => new("табличка", "plate"),
        Carrier.Box => new("транспортный контейнер", "transport box"),
        Carrier.Overwrap => new("оболочка", "overwrap"),
        Carrier.Sticker => new("наклейка", "sticker"),
    };

    internal static Text Of(IEnumerable<Print> prints)
    {
        var all = prints.ToList();
        var more = all.Count - Named;
        return new(
            string.Join("; ", all.Take(Named).Select(print => $"{print.Serial} ({Of(print.Carrier).Ru}, {print.Of})")) + (more > 0 ? $" и ещё {more}" : ""),
            string.Join("; ", all.Take(Named).Select(print => $"{print.Serial} ({Of(print.Carrier).En}, {print.Of})")) + (more > 0 ? $" and {more} more" : ""));
    }
}
