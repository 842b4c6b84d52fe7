namespace HemC101.Tracking.Labels.Tests.Decoding;

public sealed record Decoded
{
    public IReadOnlyList<DecodedSymbol> Symbols { get; init; } = [];

    /// <summary>The picture of a ZPL label, as PNG; null for all else.</summary>
    public byte[]? Png { get; init; }

    /// <summary>Rows of 0 and 1 of a drawn symbol; empty for all else.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];
}

/// <param name="Symbology">The AIM prefix, such as <c>]d1</c>.</param>
/// <param name="Error">Null when the symbol was read without fault.</param>
public sealed record DecodedSymbol(string Symbology, string Text, string? Error = null);
