namespace HemC101.Tracking.Scans.Isbt;

/// <returns>Null when the content breaks the structure's rule.</returns>
internal delegate IsbtValue? IsbtContentReader(ReadOnlySpan<char> content);

/// <summary>One data structure of ISBT 128 (ST-001).</summary>
/// <param name="Number">1 for DS 001; 0 for a national one without a number.</param>
/// <param name="Identifier">The data identifier in the symbol.</param>
/// <param name="Length">Of the content after the identifier; 0 when the content itself says it.</param>
/// <param name="Read">Null for a structure that is recognised, and refused by its name.</param>
internal sealed record IsbtStructure(int Number, string Identifier, int Length, Text Name, IsbtContentReader? Read = null)
{
    public string Label { get; } = Number == 0 ? Identifier : $"{Number:000}";

    /// <param name="rest">Everything after the identifier.</param>
    /// <returns>The length that the content must have; DS 025 says it in its third and fourth character.</returns>
    public int LengthIn(ReadOnlySpan<char> rest) =>
        Length > 0 ? Length
        : rest is [_, _, >= '0' and <= '9', >= '0' and <= '9', ..] ? 4 + ((rest[2] - '0') * 10) + (rest[3] - '0')
        : 4;
}
