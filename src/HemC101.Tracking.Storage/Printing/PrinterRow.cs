namespace HemC101.Tracking.Storage.Printing;

public sealed record PrinterRow
{
    public required string Name { get; init; }

    public required PrinterKind Kind { get; init; }

    public required string Address { get; init; }

    /// <summary>At most one printer is.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Of its print head: 203 or 300.</summary>
    public int Dpi { get; init; } = 203;

    /// <summary>It has once answered a question about itself, so that its silence means that it hangs.</summary>
    public bool Answers { get; init; }
}
