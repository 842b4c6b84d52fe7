using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Web.Commands;

/// <summary>One answer of <c>inspect</c>. Its names and their meaning stay: other programs read them.</summary>
/// <param name="Reason">Null when understood.</param>
/// <param name="Family">isbt128, gs1 or house; null when refused.</param>
/// <param name="Canonical">The scan as the symbol holds it, control characters as <c>\x1d</c>; null when refused.</param>
/// <param name="Elements">In the order of the symbol.</param>
/// <param name="Repairs">layout, capslock, gs, suffix, duplicate.</param>
/// <param name="Names">What things of ours it is; empty without a database.</param>
internal sealed record InspectedCode(
    bool Understood,
    InspectedReason? Reason,
    string? Family,
    string? Canonical,
    IReadOnlyList<InspectedElement> Elements,
    IReadOnlyList<string> Repairs,
    IReadOnlyList<string> Names)
{
    public static InspectedCode Of(Reading reading, IReadOnlyList<Text> names) => reading switch
    {
        Reading.Understood known => new(
            true,
            null,
            FamilyOf(known.Content.Family),
            ScanLines.Escaped(known.Canonical),
            [.. known.Content.Elements.Select(element => new InspectedElement(element.Id, element.Value, Both(element.Shown)))],
            RepairNames.Keys(known.Repairs),
            [.. names.Select(Both)]),
        Reading.Unreadable no => new(false, new InspectedReason(no.Refusal.Key, Both(no.Reason)), null, null, [], [], []),
        _ => throw new InvalidOperationException($"Unexpected reading {reading}."),
    };

    private static string FamilyOf(CodeFamily family) => family switch
    {
        CodeFamily.Isbt128 => "isbt128",
        CodeFamily.Gs1 => "gs1",
        CodeFamily.House => "house",
        CodeFamily.Rfid => "rfid",
    };

    private static string Both(Text text) => text.Ru == text.En ? text.Ru : $"{text.Ru} / {text.En}";
}

internal sealed record InspectedReason(string Key, string Text);

/// <param name="Id">ISBT 128 structure (001), GS1 application identifier (8018) or house identifier (&amp;e).</param>
internal sealed record InspectedElement(string Id, string Value, string Text);
