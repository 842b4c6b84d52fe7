using System.Data.Common;
using Dapper;
using HemC101.Tracking.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage;

/// <summary>A look into a file that may be anybody's: nothing of it changes, and nothing is laid beside it.</summary>
public static class LedgerGlance
{
    /// <param name="path">An existing file.</param>
    /// <param name="stream">Whose entries are counted.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <returns>Null when no ledger can be seen in the file, whatever else it is.</returns>
    public static async Task<long?> CountAsync(string path, string stream, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            await using var connection = new SqliteConnection(SqliteAddress.Of(Untouched(path), SqliteOpenMode.ReadOnly));
            await connection.OpenAsync(ct);
            var hasLedger = await connection.ExecuteScalarAsync<long>(
                new CommandDefinition("select count(*) from sqlite_master where type = 'table' and name = 'ledger'", cancellationToken: ct)) > 0;
            return hasLedger
                ? await connection.ExecuteScalarAsync<long>(
                    new CommandDefinition("select count(*) from ledger where stream = @stream", new { stream }, cancellationToken: ct))
                : null;
        }
        catch (DbException e) when (Dialect.IsDamaged(e) || Dialect.IsUnreachable(e))
        {
            return null;
        }
    }

    /// <summary>
    /// Without a write-ahead log nobody is writing, and SQLite need not lay one beside the file (https://sqlite.org/uri.html, immutable).
    /// With one, whatever it holds is to be seen, too.
    /// </summary>
    private static string Untouched(string path) => File.Exists($"{path}-wal") ? path : $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1";
}
