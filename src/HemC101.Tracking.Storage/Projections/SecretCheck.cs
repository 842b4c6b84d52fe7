namespace HemC101.Tracking.Storage.Projections;

/// <summary>Keys that marks and texts were made with: a site that lacks one makes another, under which nobody is found again.</summary>
internal static class SecretCheck
{
    private const string Sql =
        """
        select min(name)
          from (select 'same-person' as name from participant
                union select 'same-surname' from participant where surname_digest is not null
                union select 'free-text' from free_text) as needed
         where not exists (select 1 from site_secret where site_secret.name = needed.name)
        """;

    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct) =>
        await source.FindAsync<string?>(Sql, null, ct) is { } name ? new("site_secret", name, Divergence.Missing) : null;
}
