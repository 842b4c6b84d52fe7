using System.Collections.Frozen;
using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Demo;

/// <summary>The demonstration's rooms, devices, lots, boxes and seals.</summary>
internal static class DemoHouse
{
    private const int Positions = 24;
    private const int Boxes = 6;
    private const int Seals = 40;

    private static readonly HouseId[] ApheresisDevices = Ids(HouseKind.Equipment, 1, 3);
    private static readonly HouseId[] Processors = Ids(HouseKind.Equipment, 11, 6);
    private static readonly HouseId[] Freezers = Ids(HouseKind.Equipment, 21, 2);
    private static readonly HouseId[] Thawers = Ids(HouseKind.Equipment, 31, 2);
    private static readonly HouseId Room = HouseId.Issue(HouseKind.Location, 1);
    private static readonly HouseId[] Tank = Ids(HouseKind.Location, 101, Positions);

    private static readonly FrozenDictionary<HouseId, Station> Stations = new[]
    {
        (ApheresisDevices, Station.Apheresis), (Processors, Station.Laboratory), (Freezers, Station.CellStore), (Thawers, Station.Ward),
        ([Room], Station.Laboratory), (Tank, Station.CellStore),
    }.SelectMany(group => group.Item1.Select(id => KeyValuePair.Create(id, group.Item2))).ToFrozenDictionary();

    /// <returns>Where the thing stands; null for lots, boxes and seals, which travel, and for what visitors registered.</returns>
    public static Station? StationOf(HouseId id) => Stations.TryGetValue(id, out var station) ? station : null;

    /// <param name="kind">Of these things, a word for one.</param>
    /// <param name="number">From 1; empty where there is only one.</param>
    /// <returns>Null for what is not there.</returns>
    public static HouseId? Find(string kind, string number) => (kind, number) switch
    {
        ("room", "") => Room,
        ("apheresis-device", _) => At(ApheresisDevices, number),
        ("processor", _) => At(Processors, number),
        ("freezer", _) => At(Freezers, number),
        ("thawer", _) => At(Thawers, number),
        ("position", _) => At(Tank, number),
        ("box", _) => At(Ids(HouseKind.TransportBox, 1, Boxes), number),
        ("seal", _) => At(Ids(HouseKind.Seal, 1, Seals), number),
        _ => null,
    };

    public static HouseId LotOf(MaterialKind kind, int number) => HouseId.Issue(HouseKind.MaterialLot, (((int)kind + 1) * 10) + number);

    public static async Task AddAsync(Database database, DateTimeOffset at, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        foreach (var row in Rows(at))
        {
            await HouseThings.AddAsync(uow, row, ct);
            await HouseJournal.RegisteredAsync(uow, row, Doer.Console, ct);
        }

        await uow.CommitAsync(ct);
    }

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
            .. Tank.Select((id, i) => Row(id, $"Танк 1, позиция {i + 1}", $"Tank 1, position {i + 1}", at)),
            .. Ids(HouseKind.TransportBox, 1, Boxes).Select((id, i) => Row(id, $"Контейнер {i + 1}", $"Box {i + 1}", at)),
            .. Ids(HouseKind.Seal, 1, Seals).Select((id, i) => Row(id, $"Пломба {i + 1}", $"Seal {i + 1}", at)),
            .. Enum.GetValues<MaterialKind>().Select(kind => Lot(kind, 1, HouseStatus.Released, today.AddYears(1), at)),
            Lot(MaterialKind.Vector, 2, HouseStatus.Released, today.AddYears(-1), at),
            Lot(MaterialKind.Medium, 2, HouseStatus.Quarantine, today.AddYears(1), at),
        ];
    }

    private static HouseThingRow Lot(MaterialKind kind, int number, HouseStatus status, DateOnly expires, DateTimeOffset at) =>
        Row(LotOf(kind, number), $"{HouseNames.Of(kind).Ru}: серия {number}", $"{HouseNames.Of(kind).En}: lot {number}", at) with
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

    private static HouseId? At(HouseId[] things, string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= things.Length ? things[at - 1] : null;

    private static HouseId[] Ids(HouseKind kind, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => HouseId.Issue(kind, number))];
}
