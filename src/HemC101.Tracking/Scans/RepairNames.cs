namespace HemC101.Tracking.Scans;

/// <summary>Repairs as programs and people name them.</summary>
public static class RepairNames
{
    private static readonly (Repairs Repair, string Key, Text Name)[] All =
    [
        (Repairs.Layout, "layout", new("русская раскладка", "Russian layout")),
        (Repairs.CapsLock, "capslock", new("CapsLock", "CapsLock")),
        (Repairs.Gs, "gs", new("разделитель GS", "GS separator")),
        (Repairs.Suffix, "suffix", new("суффикс сканера", "scanner suffix")),
        (Repairs.Duplicate, "duplicate", new("повтор считывания", "doubled read")),
    ];

    public static IReadOnlyList<string> Keys(Repairs repairs) => [.. Of(repairs).Select(item => item.Key)];

    public static IReadOnlyList<Text> Names(Repairs repairs) => [.. Of(repairs).Select(item => item.Name)];

    private static IEnumerable<(Repairs Repair, string Key, Text Name)> Of(Repairs repairs) =>
        All.Where(item => repairs.HasFlag(item.Repair));
}
