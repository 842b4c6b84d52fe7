using System.Data.Common;
using Dapper;
using HemC101.Tracking.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>A SQLite file of this version, seen at one moment and not written to from here.</summary>
internal sealed class CopySource : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly long _version;
    private DbTransaction? _moment;

    private CopySource(SqliteConnection connection, long version) => (_connection, _version) = (connection, version);

    /// <exception cref="CopyRefusedException">Nothing there, nothing of ours, or of an older version.</exception>
    /// <exception cref="DatabaseUnusableException">Of a newer version.</exception>
    public static async Task<CopySource> OpenAsync(string path, CancellationToken ct)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            throw new CopyRefusedException(CopyReasons.NoSource.With(path));
        }

        var connection = new SqliteConnection(SqliteAddress.Of(path, SqliteOpenMode.ReadOnly));
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition(Dialect.PrepareReader, cancellationToken: ct));
            var source = new CopySource(connection, await VersionAsync(connection, ct));
            source._moment = connection.BeginTransaction(deferred: true);
            await source.CheckSchemaAsync(path, ct);
            return source;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            await connection.DisposeAsync();
            throw new CopyRefusedException(CopyReasons.NotOurs.With(path), e);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ReadSession SessionOn(Database database) => new(new(_connection, _connection.DisposeAsync), _moment!, database);

    /// <param name="table">Whose.</param>
    /// <param name="columns">In which order.</param>
    /// <param name="skip">So many rows are known already.</param>
    /// <param name="ct">Stops the reading.</param>
    public IAsyncEnumerable<object?[]> RowsAsync(CopiedTable table, IReadOnlyList<CopiedColumn> columns, long skip, CancellationToken ct) =>
        TableRows.ReadAsync(_connection, _moment, $"{table.Select(columns.Select(column => column.Name))} limit -1 offset {skip:D}", ct);

    /// <summary>Lets go of the moment, and sees whether anybody has written since (https://sqlite.org/pragma.html, data_version).</summary>
    public async Task<bool> WasWrittenToAsync(CancellationToken ct)
    {
        await _moment!.DisposeAsync();
        _moment = null;
        return await VersionAsync(_connection, ct) != _version;
    }

    public async ValueTask DisposeAsync()
    {
        if (_moment is not null)
        {
            await _moment.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private static Task<long> VersionAsync(SqliteConnection connection, CancellationToken ct) =>
        connection.QuerySingleAsync<long>(new CommandDefinition("pragma data_version", cancellationToken: ct));

    private async Task CheckSchemaAsync(string path, CancellationToken ct)
    {
        if (!(await AskAsync("select name from sqlite_master where type = 'table' and name in ('ledger', 'SchemaVersions')", ct)).Skip(1).Any())
        {
            throw new CopyRefusedException(CopyReasons.NotOurs.With(path));
        }

        var done = await AskAsync("select ScriptName from SchemaVersions order by ScriptName", ct);
        var known = Migrator.ScriptsOf("Sqlite");
        if (done.Except(known).ToList() is { Count: > 0 } unknown)
        {
            throw new DatabaseUnusableException(DatabaseReasons.Newer.With(string.Join(", ", unknown)));
        }

        if (known.Except(done).ToList() is { Count: > 0 } missing)
        {
            throw new CopyRefusedException(CopyReasons.Older.With(path, string.Join(", ", missing)));
        }
    }

    private Task<IEnumerable<string>> AskAsync(string sql, CancellationToken ct) =>
        _connection.QueryAsync<string>(new CommandDefinition(sql, transaction: _moment, cancellationToken: ct));
}
