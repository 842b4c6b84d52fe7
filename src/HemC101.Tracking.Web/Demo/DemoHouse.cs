using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Demo;

/// <summary>The demonstration's rooms, devices, lots, boxes and seals.</summary>
internal static class DemoHouse
{
    public const int Positions = 24;
    public const int Boxes = 6;
    public const int Seals = 40;

    public static readonly IReadOnlyList<HouseId> ApheresisDevices = Ids(HouseKind.Equipment, 1, 3);
    public static readonly IReadOnlyList<HouseId> Processors = Ids(HouseKind.Equipment, 11, 6);
    public static readonly IReadOnlyList<HouseId> Freezers = Ids(HouseKind.Equipment, 21, 2);
    public static readonly IReadOnlyList<HouseId> Thawers = Ids(HouseKind.Equipment, 31, 2);
    public static readonly HouseId Room = HouseId.Issue(HouseKind.Location, 1);

    public static IEnumerable<HouseThingRow> Rows(DateTimeOffset at)
    {
        var today = MoscowTime.DayOf(at);
        return
        [
            .. ApheresisDevices.Select((id, i) => Row(id, $"Аппарат афереза {i + 1}", $"Apheresis device {i + 1}", at)),
            .. Processors.Select((id, i) => Row(id, $"Процессор клеток {i + 1}", $"Cell processor {i + 1}", at)),
            .. Freezers.Select((id, i) => Row(id, $"Замораживатель {i + 1}", $"Controlled-rate freezer {i + 1}", at)),
            .. Thawers.Select((id, i) => Row(id, $"Размораживатель {i + 1}", $"Thawing device {i + 1}", at)),
            Row(Room, "Чистое помещение 1", "Clean room 1", at),
            .. Enumerable.Range(1, Positions).Select(i => Row(Position(i), $"Танк 1, позиция {i}", $"Tank 1, position {i}", at)),
            .. Enumerable.Range(1, Boxes).Select(i => Row(HouseId.Issue(HouseKind.TransportBox, i), $"Контейнер {i}", $"Box {i}", at)),
            .. Enumerable.Range(1, Seals).Select(i => Row(HouseId.Issue(HouseKind.Seal, i), $"Пломба {i}", $"Seal {i}", at)),
            .. Enum.GetValues<MaterialKind>().Select(kind => Lot(kind, 1, HouseStatus.Released, today.AddYears(1), at)),
            Lot(MaterialKind.Vector, 2, HouseStatus.Released, today.AddYears(-1), at),
            Lot(MaterialKind.Medium, 2, HouseStatus.Quarantine, today.AddYears(1), at),
        ];
    }

    public static HouseId Position(int number) => HouseId.Issue(HouseKind.Location, 100 + number);

    public static HouseId LotOf(MaterialKind kind, int number = 1) => HouseId.Issue(HouseKind.MaterialLot, (((int)kind + 1) * 10) + number);

    private static HouseThingRow Lot(MaterialKind kind, int number, HouseStatus status, DateOnly expires, DateTimeOffset at) =>
        Row(LotOf(kind, number), $"{kind}: серия {number}", $"{kind}: lot {number}", at) with
        {
            Status = status,
            MaterialKind = kind,
            ManufacturerLot = $"DEMO{(int)kind:00}{number}",
            ExpiresOn = expires,
        };

    private static HouseThingRow Row(HouseId id, string ru, string en, DateTimeOffset at) => new()
    {
        HouseId = id,
        Kind = id.Kind,
        NameRu = ru,
        NameEn = en,
        Status = HouseStatus.Released,
        CreatedAt = at,
    };

    private static HouseId[] Ids(HouseKind kind, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => HouseId.Issue(kind, number))];
}
