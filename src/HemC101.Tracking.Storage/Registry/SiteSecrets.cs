namespace HemC101.Tracking.Storage.Registry;

/// <summary>Secrets made once for a site; the caller seals them, the database never sees one open.</summary>
public static class SiteSecrets
{
    /// <returns>Sealed; null when the site has none of this name yet.</returns>
    public static Task<byte[]?> FindAsync(Source source, string name, CancellationToken ct) =>
        source.RecallAsync<byte[]>($"site_secret/{name}", "select sealed from site_secret where name = @name", new { name }, ct);

    /// <returns>False when there is one of this name; it stays as it was.</returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, string name, byte[] sealedSecret, DateTimeOffset at, CancellationToken ct)
    {
        uow.RowsMove();
        return await uow.ExecuteAsync(
            """
            insert into site_secret (name, sealed, created_at)
            values (@name, @sealedSecret, @at)
            on conflict (name) do nothing
            """,
            new { name, sealedSecret, at },
            ct) == 1;
    }
}
