using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage;

/// <summary>A stream's head and how far the ledger reached, read with one question.</summary>
internal sealed record HeadAtOnce
{
    public required string Stream { get; init; }

    public required long Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>Null when the ledger has lost its end.</summary>
    public required long? Reached { get; init; }

    public StreamHead Head => new() { Stream = Stream, Version = Version, Hash = Hash };
}
