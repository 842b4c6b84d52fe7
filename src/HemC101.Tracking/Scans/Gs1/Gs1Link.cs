namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The part of an identifier in a GS1 Digital Link.</summary>
/// <param name="IsKey">True for a primary key, which begins the identification in the path.</param>
/// <param name="IsAttribute">True when it may stand in the query.</param>
/// <param name="Qualifiers">After a key, in this order; several sequences are alternatives.</param>
internal sealed record Gs1Link(bool IsKey, bool IsAttribute, IReadOnlyList<IReadOnlyList<string>> Qualifiers)
{
    /// <param name="text">As in the data file.</param>
    public static Gs1Link Parse(string text) => text switch
    {
        "-" => new(false, false, []),
        "attribute" => new(false, true, []),
        "key" => new(true, true, []),
        _ => new(true, true, [.. text["key:".Length..].Split('/').Select(sequence => sequence.Split(','))]),
    };
}
