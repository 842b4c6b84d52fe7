using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

public sealed record FreeTextRow
{
    public required TextId TextId { get; init; }

    /// <summary>Of the ledger: where the events are that speak of it.</summary>
    public required string Stream { get; init; }

    /// <summary>Encrypted by the caller; the database never sees a word of it.</summary>
    public required byte[] Sealed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
