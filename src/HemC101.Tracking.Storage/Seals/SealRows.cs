using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Storage.Seals;

/// <summary>The seals of this site and the keys that check them.</summary>
public static class SealRows
{
    /// <exception cref="System.Data.Common.DbException">Somebody else has sealed as many entries already.</exception>
    public static async Task AddAsync(UnitOfWork uow, Seal seal, SealPublicKey key, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        await uow.ExecuteAsync(
            """
            insert into seal_key (key_id, public_key, first_used)
            values (@Id, @Pem, @now)
            on conflict (key_id) do nothing
            """,
            new { key.Id, key.Pem, now },
            ct);
        await uow.ExecuteAsync("insert into seal (entries, text, signature) values (@Entries, @Text, @Signature)", seal, ct);
    }

    /// <returns>Null before the first.</returns>
    public static Task<Seal?> FindLastAsync(Source source, CancellationToken ct) =>
        source.FindAsync<Seal>("select entries, text, signature from seal order by entries desc limit 1", null, ct);

    /// <returns>Null when no seal covers exactly so many.</returns>
    public static Task<Seal?> FindAsync(Source source, long entries, CancellationToken ct) =>
        source.FindAsync<Seal>("select entries, text, signature from seal where entries = @entries", new { entries }, ct);

    /// <returns>In the order in which they were made.</returns>
    public static Task<IReadOnlyList<Seal>> ListAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<Seal>("select entries, text, signature from seal order by entries", null, ct);

    /// <returns>The latest first, at most so many.</returns>
    public static Task<IReadOnlyList<Seal>> ListLastAsync(Source source, int limit, CancellationToken ct) =>
        source.QueryAsync<Seal>("select entries, text, signature from seal order by entries desc limit @limit", new { limit }, ct);

    /// <returns>As PEM; the text of a key is no proof that it is this site's.</returns>
    public static Task<IReadOnlyList<string>> ListKeysAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<string>("select public_key from seal_key order by first_used, key_id", null, ct);

    /// <summary>The hashes of entries in the order of their positions.</summary>
    /// <param name="source">Where to read.</param>
    /// <param name="after">Position, exclusive.</param>
    /// <param name="upTo">Position, inclusive.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<Digest>> HashesAsync(Source source, long after, long upTo, CancellationToken ct) =>
        await source.QueryAsync<Digest>("select hash from ledger where position > @after and position <= @upTo order by position", new { after, upTo }, ct);

    /// <returns>Size of the ledger.</returns>
    public static Task<long> EntriesAsync(Source source, CancellationToken ct) =>
        source.GetAsync<long>("select position from ledger_head where one = 1", null, ct);
}
