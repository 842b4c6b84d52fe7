using System.Text.Json;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.House;

/// <summary>Badges and plates: the row of the print, and its job, which waits when there is no printer.</summary>
internal static class HouseLabels
{
    /// <param name="before">The badge whose place this one takes; null for the first.</param>
    public static async Task BadgeAsync(
        UnitOfWork uow, StaffNumber staffNo, PrintSerial serial, PrintSerial? before, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        var print = Print(serial, LabelKind.StaffBadge, Carrier.Badge, BarcodeWriter.StaffBadge(staffNo, serial), by, at);
        await WriteAsync(
            uow, print with { StaffNo = staffNo, Supersedes = await LiveAsync(uow, before, ct) }, new LabelReference(Staff: staffNo), ct);
    }

    /// <summary>Plates of one thing carry the same code and are all valid.</summary>
    public static async Task PlateAsync(UnitOfWork uow, HouseId id, PrintSerial serial, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        var print = Print(serial, LabelKind.HouseThing, Carrier.Plate, BarcodeWriter.House(id), by, at);
        await WriteAsync(uow, print with { HouseId = id }, new LabelReference(House: id), ct);
    }

    /// <summary>Bag label and tag.</summary>
    public static async Task FallbackAsync(UnitOfWork uow, FallbackSet set, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var (serial, carrier) in new[] { (set.Bag, Carrier.PrimaryBag), (set.Tag, Carrier.Tag) })
        {
            var print = Print(serial, LabelKind.FallbackSet, carrier, BarcodeWriter.Fallback(set.Donation, serial), by, at);
            await WriteAsync(uow, print with { Donation = set.Donation }, new LabelReference(Fallback: set.Donation), ct);
        }
    }

    /// <summary>What still waits for the printer does not come out of it any more.</summary>
    public static async Task VoidAsync(UnitOfWork uow, FallbackSet set, string reason, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var serial in new[] { set.Bag, set.Tag })
        {
            _ = await LabelPrints.MoveAsync(uow, serial, LabelPrintState.Queued, LabelPrintState.Void, reason, at, ct)
                || await LabelPrints.MoveAsync(uow, serial, LabelPrintState.Printed, LabelPrintState.Void, reason, at, ct);
        }
    }

    private static async Task WriteAsync(UnitOfWork uow, LabelPrintRow print, LabelReference reference, CancellationToken ct)
    {
        if (!await LabelPrints.AddAsync(uow, print, ct))
        {
            throw new InvalidOperationException($"The print serial {print.Serial} is taken.");
        }

        var printer = await Printers.FindDefaultAsync(uow, ct);
        var job = new NewPrintJob(print.Serial, print.Kind, printer?.Name, JsonSerializer.Serialize(reference));
        await PrintJobs.EnqueueAsync(uow, job, print.CreatedAt, ct);
    }

    private static async Task<PrintSerial?> LiveAsync(UnitOfWork uow, PrintSerial? serial, CancellationToken ct) =>
        serial is { } old
        && await LabelPrints.FindAsync(uow, old, ct) is { State: LabelPrintState.Queued or LabelPrintState.Printed or LabelPrintState.Applied }
            ? old
            : null;

    private static LabelPrintRow Print(PrintSerial serial, LabelKind kind, Carrier carrier, string symbol, Doer by, DateTimeOffset at) => new()
    {
        Serial = serial,
        Kind = kind,
        Carrier = carrier,
        State = LabelPrintState.Queued,
        Symbol = symbol,
        PrintedBy = by.Actor,
        CreatedAt = at,
        ChangedAt = at,
    };
}
