using Dapper;
using HemC101.Tracking.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>
/// The old file of a site that was carried over: it stays readable, and takes nothing more, neither from a site that still runs on it nor
/// from one that is started again. Nobody writes to it from the beginning of this to its end.
/// </summary>
internal sealed class MovedSite : IAsyncDisposable
{
    /// <summary>What the trigger says, and by what a refused write is known.</summary>
    public const string Said = "This site was moved to PostgreSQL.";

    private const string Mark =
        $"""
        create table moved_site (server text not null, at text not null) strict;

        create trigger ledger_moved before insert on ledger
        begin
            select raise(abort, '{Said}');
        end;

        create trigger person_session_moved before insert on person_session
        begin
            select raise(abort, '{Said}');
        end;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _held;

    private MovedSite(SqliteConnection connection, SqliteTransaction held) => (_connection, _held) = (connection, held);

    /// <summary>Until disposal nobody writes to the file.</summary>
    /// <returns>Null for a file that nobody can write to anyway, or that carries the mark.</returns>
    public static async Task<MovedSite?> HoldAsync(string path, CancellationToken ct)
    {
        var connection = new SqliteConnection(SqliteAddress.Of(path, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync(ct);
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1 || IsMarked(connection))
        {
            await connection.DisposeAsync();
            return null;
        }

        return new(connection, connection.BeginTransaction());
    }

    /// <returns>The server that the site was moved to; null for a file that is in use.</returns>
    public static string? ServerOf(SqliteConnection connection) =>
        IsMarked(connection) ? connection.QueryFirst<string>("select server from moved_site") : null;

    public async Task MarkAsync(string server, DateTimeOffset at, CancellationToken ct)
    {
        await _connection.ExecuteAsync(new CommandDefinition(Mark, transaction: _held, cancellationToken: ct));
        await _connection.ExecuteAsync(
            new CommandDefinition("insert into moved_site (server, at) values (@server, @at)", new { server, at }, _held, cancellationToken: ct));
        await _held.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _held.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static bool IsMarked(SqliteConnection connection) =>
        connection.QueryFirst<long>("select count(*) from sqlite_master where type = 'table' and name = 'moved_site'") > 0;
}
