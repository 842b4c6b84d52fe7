using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>What people typed, sealed; an event names it by its id.</summary>
public static class FreeTexts
{
    /// <returns>False when there is one of this id; it stays as it was.</returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, FreeTextRow text, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            insert into free_text (text_id, stream, sealed, created_at)
            values (@TextId, @Stream, @Sealed, @CreatedAt)
            on conflict (text_id) do nothing
            """,
            text,
            ct) == 1;

    /// <returns>Null when there is none of this id.</returns>
    public static Task<FreeTextRow?> FindAsync(Source source, TextId textId, CancellationToken ct) =>
        source.FindAsync<FreeTextRow>("select text_id, stream, sealed, created_at from free_text where text_id = @textId", new { textId }, ct);

    public static Task<IReadOnlyList<TextId>> ListIdsAsync(Source source, string stream, CancellationToken ct) =>
        source.QueryAsync<TextId>("select text_id from free_text where stream = @stream order by text_id", new { stream }, ct);

    /// <returns>Every one of the site, in the order of their ids.</returns>
    public static Task<IReadOnlyList<FreeTextRow>> ListAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<FreeTextRow>("select text_id, stream, sealed, created_at from free_text order by text_id", null, ct);
}
