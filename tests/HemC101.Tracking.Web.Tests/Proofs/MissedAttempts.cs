using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Papers;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Proofs;

/// <summary>Finished attempts are taken away behind the site's back, one after the other, the last first.</summary>
internal static class MissedAttempts
{
    /// <param name="site">Whose tables agree with its ledger.</param>
    /// <param name="streams">As SQL's <c>like</c> says it.</param>
    /// <param name="count">How many acts people have signed there.</param>
    public static async Task AssertAsync(LiveSite site, string streams, int count)
    {
        Assert.Null(await PapersSite.DivergedAsync(site));
        var attempts = await ListAsync(site, streams);
        Assert.Equal(count, attempts.Count);
        foreach (var (attempt, entry) in attempts)
        {
            await site.SqlAsync($"delete from finished_attempt where attempt_id = '{attempt}'");
            Assert.Equal(new DivergedRow("finished_attempt", entry, Divergence.Missing), await PapersSite.DivergedAsync(site));
        }
    }

    private static async Task<IReadOnlyList<(string Attempt, string Entry)>> ListAsync(LiveSite site, string streams)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "hemc101.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select attempt_id, stream || ' ' || version from finished_attempt where stream like @streams order by stream desc, version desc";
        command.Parameters.AddWithValue("@streams", streams);
        await using var reader = await command.ExecuteReaderAsync();
        List<(string, string)> attempts = [];
        while (await reader.ReadAsync())
        {
            attempts.Add((reader.GetString(0), reader.GetString(1)));
        }

        return attempts;
    }
}
