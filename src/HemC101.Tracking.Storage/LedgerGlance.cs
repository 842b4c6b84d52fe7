using System.Data.Common;
using Dapper;
using HemC101.Tracking.Storage.Postgres;
using HemC101.Tracking.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HemC101.Tracking.Storage;

/// <summary>A look into a database that may be anybody's: nothing of it changes, and nothing is laid beside it.</summary>
public static class LedgerGlance
{
    /// <summary>Whether anything is there: a file with something in it, or a database with a table.</summary>
    /// <exception cref="DatabaseUnusableException">The server does not answer.</exception>
    public static async Task<bool> ExistsAsync(DatabaseAddress address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address is DatabaseAddress.SqliteFile file
            ? new FileInfo(file.Path) is { Exists: true, Length: > 0 }
            : await LookAsync<long>(address, "select count(*) from pg_tables where schemaname = current_schema()", null, ct) > 0;
    }

    /// <param name="address">An existing file, or a database on its server.</param>
    /// <param name="stream">Whose entries are counted.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <returns>Null when no ledger can be seen there, whatever else it is.</returns>
    /// <exception cref="DatabaseUnusableException">The server does not answer, or the disk fails.</exception>
    public static async Task<long?> CountAsync(DatabaseAddress address, string stream, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            var tables = address is DatabaseAddress.SqliteFile
                ? "select count(*) from sqlite_master where type = 'table' and name = 'ledger'"
                : "select count(*) from pg_tables where schemaname = current_schema() and tablename = 'ledger'";
            return await LookAsync<long>(address, tables, null, ct) > 0
                ? await LookAsync<long>(address, "select count(*) from ledger where stream = @stream", new { stream }, ct)
                : null;
        }
        catch (DbException e) when (Dialect.IsDamaged(e) || Dialect.IsUnreachable(e))
        {
            return null;
        }
        catch (DbException e) when (Dialect.Explain(e) is { } reason)
        {
            throw new DatabaseUnusableException(reason.With(address.Name), e);
        }
    }

    private static async Task<T> LookAsync<T>(DatabaseAddress address, string sql, object? values, CancellationToken ct)
    {
        await using DbConnection connection = address switch
        {
            DatabaseAddress.SqliteFile file => new SqliteConnection(SqliteAddress.Of(Untouched(file.Path), SqliteOpenMode.ReadOnly)),
            DatabaseAddress.PostgresServer server => new NpgsqlConnection(PostgresAddress.ForGlancing(server.ConnectionString)),
            _ => throw new ArgumentException($"Unexpected address {address}.", nameof(address)),
        };
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (NpgsqlException e)
        {
            throw new DatabaseUnusableException(DatabaseReasons.NoServer.With(address.Name), e);
        }

        return (await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, values, cancellationToken: ct)))!;
    }

    /// <summary>
    /// Without a write-ahead log nobody is writing, and SQLite need not lay one beside the file (https://sqlite.org/uri.html, immutable).
    /// With one, whatever it holds is to be seen, too.
    /// </summary>
    private static string Untouched(string path) => File.Exists($"{path}-wal") ? path : $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1";
}
