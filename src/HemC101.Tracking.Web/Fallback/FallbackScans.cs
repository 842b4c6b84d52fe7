using HemC101.Tracking.Fallback;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Fallback;

/// <summary>Labels of the shelf, scanned to issue or to count them: nothing is written before two people have signed.</summary>
public sealed class FallbackScans(Database database, DeviceScanner device, DemoMode demo)
{
    private static readonly Text OnlyScanned = new(
        "Этикетку набора только сканируют: набранный или вставленный номер не доказывает, что набор на месте.",
        "The label of a set is scanned: a typed or pasted number proves no set.");

    private static readonly Text NotASet = new(
        "Это не этикетка резервного набора. Отсканируйте квадратный код на его этикетке для пакета.",
        "This is no label of a fallback set. Scan the square code on its label for the bag.");

    /// <returns>The set, where one was read; and what is wrong with it, or with the scan.</returns>
    public async Task<(FallbackSet? Set, Text? Fault)> JudgeAsync(string raw, EntryClaim claim, CancellationToken ct)
    {
        var reading = BarcodeReader.Read(raw, await device.SetupAsync(ct));
        var entry = ScanEntry.Of(raw, reading, claim).Method;
        if (entry == EntryMethod.Typed || (entry == EntryMethod.Pasted && !demo.IsOn))
        {
            return (null, OnlyScanned);
        }

        return reading switch
        {
            Reading.Unreadable no => (null, no.Reason),
            Reading.Understood { Code: ContainerCode { Coi: null, Donation: { } donation, Serial: { } serial } } =>
                await FallbackJournal.FindAsync(database, donation, ct) is not { } set || (set.Bag != serial && set.Tag != serial) ? (null, FallbackRules.NoSuchSet.Reason)
                : set.Bag != serial ? (null, NotASet)
                : (set, FallbackRules.OnShelf(set)?.Reason),
            _ => (null, NotASet),
        };
    }
}
