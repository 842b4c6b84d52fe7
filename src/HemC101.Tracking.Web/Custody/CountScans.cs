using HemC101.Tracking.Chain;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Custody;

/// <summary>What a label scanned in a count is.</summary>
public sealed class CountScans(ChainDesk chains, DeviceScanner device, DemoMode demo)
{
    private static readonly Text OnlyScanned = new(
        "В пересчёте этикетку только сканируют: набранный или вставленный номер не доказывает, что пакет на месте.",
        "In a count labels are scanned: a typed or pasted number proves no bag.");

    private static readonly Text NotABag = new(
        "Это не этикетка пакета дозы. Отсканируйте большой код на самом пакете.", "This is no label of a dose bag. Scan the large code on the bag itself.");

    /// <returns>The scan is null when it does not count.</returns>
    public async Task<(CountScan Answer, Counted? Scan, EntryMethod Entry)> JudgeAsync(
        UnitOfWork uow, InventoryCount count, string raw, EntryClaim claim, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(count);
        var reading = BarcodeReader.Read(raw, await device.SetupAsync(ct));
        var entry = ScanEntry.Of(raw, reading, claim).Method;
        if (entry == EntryMethod.Typed || (entry == EntryMethod.Pasted && !demo.IsOn))
        {
            return (new(false, false, OnlyScanned), null, entry);
        }

        if (reading is not Reading.Understood { Code: ContainerCode code } || BagOf(code) is not { } id)
        {
            return (new(false, false, reading is Reading.Unreadable no ? no.Reason : NotABag), null, entry);
        }

        var chain = code.Coi is { } coi ? await chains.FindAsync(uow, coi, ct) : null;
        return Judge(count, chain, chain?.Find(id), id, code.Serial, now) is var (answer, scan) ? (answer, scan, entry) : default;
    }

    private static (CountScan Answer, Counted? Scan) Judge(
        InventoryCount count, ChainState? chain, DoseBag? bag, DoseBagId id, PrintSerial? serial, DateTimeOffset now)
    {
        if (bag is null)
        {
            return (new(true, true, new($"ТАКОГО ПАКЕТА В ЗАПИСЯХ НЕТ: {id}. Отложите его и вызовите ОК.", $"NO RECORD OF SUCH A BAG: {id}. Set it aside and call QA.")), new(id.ToString(), null, false, now));
        }

        if (count.Scanned.Exists(scan => scan.Bag == id && scan.IsLive))
        {
            return (new(false, false, new("Этот пакет уже посчитан.", "This bag was counted already.")), null);
        }

        var print = serial is { } known ? chain!.Prints.GetValueOrDefault(known) : null;
        var isLive = print is { Carrier: Carrier.PrimaryBag, State: PrintState.Applied } && print.Of == id.ToString();
        var isThere = Whereabouts.Of(chain!).Any(stay => stay.Of == id.ToString() && stay.Until is null && count.Positions.Contains(stay.Where));
        Counted counted = new(id.ToString(), id, isLive, now);
        return (!isThere ? new CountScan(true, true, new($"ЗДЕСЬ НЕ ЗАПИСАН: {id}. При закрытии он будет под запретом.", $"NOT RECORDED HERE: {id}. It will be held when the count is closed."))
            : !isLive ? new CountScan(true, true, new($"ЭТИКЕТКА НЕДЕЙСТВИТЕЛЬНА: {id}. Найдите на пакете действующую или вызовите ОК.", $"THE LABEL IS VOID: {id}. Find the valid one on the bag, or call QA."))
            : new CountScan(true, false, new($"Посчитан: {id}", $"Counted: {id}")), counted);
    }

    private static DoseBagId? BagOf(ContainerCode code) =>
        code is { Donation: { } donation, Product: { } product } && DoseBagId.TryParse($"{donation}{product}", out var bag) ? bag : null;
}
