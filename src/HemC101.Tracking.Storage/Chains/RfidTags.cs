using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>On which packs of the whole site a tag was ever read first: the ledger itself is the register.</summary>
public static class RfidTags
{
    /// <returns>The chain; null for a tag that is nobody's.</returns>
    public static async Task<CoiId?> OwnerAsync(Source source, RfidTag tag, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var stream = await source.FindAsync<string>(
            """
            select stream
              from ledger
             where type = @type
               and data like @attached
             order by position
             limit 1
            """,
            new { type = nameof(TagAttached), attached = $"%\"tag\":\"{tag}\"%" },
            ct);
        return stream is null ? null : ChainStreams.CoiOf(stream);
    }
}
