namespace HemC101.Tracking.Scans;

/// <summary>Reasons for typing as forms send them and as people read them.</summary>
public static class TypedReasonNames
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<(TypedReason Reason, string Key, Text Name)> All { get; } =
    [
        (TypedReason.LabelDamaged, "label-damaged", new("этикетка повреждена", "the label is damaged")),
        (TypedReason.SymbolUnreadable, "symbol-unreadable", new("код не считывается", "the symbol does not read")),
        (TypedReason.ScannerFailed, "scanner-failed", new("сканер не работает", "the scanner failed")),
        (TypedReason.OutOfReach, "out-of-reach", new("сканером не дотянуться", "the scanner does not reach it")),
    ];

    public static string Key(this TypedReason reason) => All.First(item => item.Reason == reason).Key;

    public static Text Name(this TypedReason reason) => All.First(item => item.Reason == reason).Name;

    /// <returns>Null for a word that stands for none.</returns>
    public static TypedReason? Find(string? key) =>
        All.Where(item => item.Key == key).Select(item => (TypedReason?)item.Reason).FirstOrDefault();
}
