using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Printing;

/// <summary>Orders the labels that belong to no chain, inside the caller's transaction.</summary>
public sealed class HouseLabelOrders(PrintSignal signal, TimeProvider time)
{
    /// <summary>The badge whose serial the account holds now. Ordered again with the same serial, it is the same badge once more.</summary>
    /// <param name="uow">The transaction that gave the account its serial, or a later one.</param>
    /// <param name="account">Whose badge.</param>
    /// <param name="old">The badge it replaces; null for a first one.</param>
    /// <param name="by">Who orders it.</param>
    /// <param name="ct">Stops the write.</param>
    public async Task BadgeAsync(UnitOfWork uow, PersonAccount account, PrintSerial? old, StaffNumber by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(account);
        var serial = account.BadgeSerial;
        if (await LabelPrints.FindAsync(uow, serial, ct) is null)
        {
            var print = Print(serial, LabelKind.StaffBadge, Carrier.Badge, BarcodeWriter.StaffBadge(account.StaffNo, serial), by) with
            {
                StaffNo = account.StaffNo,
                Supersedes = await InUseAsync(uow, old, ct),
            };
            await AddAsync(uow, print, ct);
        }

        await EnqueueAsync(uow, serial, LabelKind.StaffBadge, new LabelReference(StaffNo: account.StaffNo), ct);
    }

    /// <returns>The serial of the new print. The symbol of a house thing holds no serial: older prints of it stay as good as this one.</returns>
    public async Task<PrintSerial> ThingAsync(UnitOfWork uow, HouseId thing, StaffNumber by, CancellationToken ct)
    {
        var serial = (await FreshNumbersFor.SerialsAsync(uow, 1, ct))[0];
        await AddAsync(uow, Print(serial, LabelKind.HouseThing, Carrier.Plate, BarcodeWriter.House(thing), by) with { HouseId = thing }, ct);
        await EnqueueAsync(uow, serial, LabelKind.HouseThing, new LabelReference(HouseId: thing), ct);
        return serial;
    }

    private static async Task<PrintSerial?> InUseAsync(UnitOfWork uow, PrintSerial? old, CancellationToken ct) =>
        old is { } serial
        && await LabelPrints.FindAsync(uow, serial, ct) is { State: LabelPrintState.Queued or LabelPrintState.Printed or LabelPrintState.Applied }
            ? serial
            : null;

    private static async Task AddAsync(UnitOfWork uow, LabelPrintRow print, CancellationToken ct)
    {
        if (!await LabelPrints.AddAsync(uow, print, ct))
        {
            throw new InvalidOperationException($"Print {print.Serial} is taken, or cannot supersede {print.Supersedes}.");
        }
    }

    private LabelPrintRow Print(PrintSerial serial, LabelKind kind, Carrier carrier, string symbol, StaffNumber by) => new()
    {
        Serial = serial,
        Kind = kind,
        Carrier = carrier,
        State = LabelPrintState.Queued,
        Symbol = symbol,
        PrintedBy = by.ToString(),
        CreatedAt = time.GetUtcNow(),
        ChangedAt = time.GetUtcNow(),
    };

    private async Task EnqueueAsync(UnitOfWork uow, PrintSerial serial, LabelKind kind, LabelReference reference, CancellationToken ct)
    {
        var printer = await Printers.FindDefaultAsync(uow, ct) ?? throw new InvalidOperationException("No default printer is set up.");
        var job = new NewPrintJob(serial, kind, printer.Name, JsonSerializer.Serialize(reference));
        await PrintJobs.EnqueueAsync(uow, job, time.GetUtcNow(), ct);
        signal.Raise();
    }
}
