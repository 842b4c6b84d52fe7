using Dapper;
using HemC101.Tracking.Storage.Postgres;
using Npgsql;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>A database on a server that one copy has for itself.</summary>
internal sealed class CopyTarget : IAsyncDisposable
{
    private const string Hold = "set lock_timeout = '5s'; select pg_advisory_lock(hashtextextended(current_schema() || '/copy', 0)); set lock_timeout = 0";

    private readonly NpgsqlConnection _connection;

    private CopyTarget(NpgsqlConnection connection, IReadOnlyDictionary<string, IReadOnlyList<CopiedColumn>> columns) =>
        (_connection, Columns) = (connection, columns);

    /// <summary>Of every table that is carried over.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CopiedColumn>> Columns { get; }

    /// <summary>Empty, it is marked and migrated; begun, it is taken up again.</summary>
    /// <exception cref="CopyRefusedException">It holds something else, or another copy is under way.</exception>
    public static async Task<CopyTarget> OpenAsync(DatabaseAddress.PostgresServer server, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(PostgresAddress.ForMigrating(server.ConnectionString));
        try
        {
            await connection.OpenAsync(ct);
            PostgresMigration.Check(connection, server.Name);
            await HoldAsync(connection, server.Name, ct);
            await MarkAsync(connection, server.Name, ct);
            PostgresMigration.RunUnfinished(server);
            var target = new CopyTarget(connection, await ColumnsAsync(connection, ct));
            if ((await target.ProgressAsync(ct)).Count == 0)
            {
                await target.ClearAsync(CopiedTable.All, ct);
            }

            return target;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<IReadOnlyDictionary<string, Content>> ProgressAsync(CancellationToken ct) => CopyProgress.ReadAsync(_connection, ct);

    public IAsyncEnumerable<object?[]> RowsAsync(CopiedTable table, CancellationToken ct) =>
        TableRows.ReadAsync(_connection, null, table.Select(Columns[table.Name].Select(column => column.Name)), ct);

    /// <summary>The rows and the note that they are there, both or neither.</summary>
    public async Task AddAsync(CopiedTable table, IReadOnlyList<object?[]> rows, Content content, CancellationToken ct)
    {
        await using var transaction = await _connection.BeginTransactionAsync(ct);
        await ImportAsync(table, Columns[table.Name], rows, ct);
        await CopyProgress.WriteAsync(_connection, transaction, table, content, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Empties tables that were begun, triggers or not: nobody has worked with them yet.</summary>
    /// <param name="tables">And all that refer to them.</param>
    /// <param name="ct">Leaves everything as it was.</param>
    public async Task ClearAsync(IEnumerable<CopiedTable> tables, CancellationToken ct)
    {
        var cleared = tables.ToList();
        await using var transaction = await _connection.BeginTransactionAsync(ct);
        await ExecuteAsync(string.Concat(cleared.Select(table => $"alter table {table.Name} disable trigger user;")), transaction, ct);
        await ExecuteAsync($"truncate {NamesOf(cleared)} cascade", transaction, ct);
        await ExecuteAsync(string.Concat(cleared.Select(table => $"alter table {table.Name} enable trigger user;")), transaction, ct);
        foreach (var table in cleared)
        {
            await CopyProgress.WriteAsync(_connection, transaction, table, Content.Empty, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes the mark away in the transaction in which everything was found right; nobody writes meanwhile.</summary>
    /// <param name="database">On the same server.</param>
    /// <param name="prove">Throws what is not right.</param>
    /// <param name="ct">Leaves the mark.</param>
    public async Task<T> FinishAsync<T>(Database database, Func<ReadSession, Task<T>> prove, CancellationToken ct)
    {
        await using var transaction = await _connection.BeginTransactionAsync(ct);
        await ExecuteAsync($"lock table {NamesOf(CopiedTable.All)} in share mode", transaction, ct);
        await ContinueNumbersAsync(transaction, ct);
        // What is asked next, the proof first of all, must not be planned as if the tables were empty: https://www.postgresql.org/docs/current/populate.html.
        await ExecuteAsync($"analyze {NamesOf(CopiedTable.All)}", transaction, ct);
        var proven = await prove(new ReadSession(new(_connection, _connection.DisposeAsync), transaction, database));
        await CopyProgress.EndAsync(_connection, transaction, ct);
        await transaction.CommitAsync(ct);
        return proven;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task HoldAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(Hold, cancellationToken: ct));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new CopyRefusedException(CopyReasons.UnderWay.With(name), e);
        }
    }

    private static async Task MarkAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        var tables = await connection.QueryAsync<string>(
            new CommandDefinition("select tablename from pg_tables where schemaname = current_schema()", cancellationToken: ct));
        if (tables.AsList() is { Count: > 0 } there && !there.Contains(CopyProgress.Table))
        {
            throw new CopyRefusedException(CopyReasons.Occupied.With(name));
        }

        await CopyProgress.BeginAsync(connection, ct);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<CopiedColumn>>> ColumnsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var columns = await connection.QueryAsync<(string Table, string Column, string Type)>(new CommandDefinition(
            """
            select table_name, column_name, data_type
              from information_schema.columns
             where table_schema = current_schema()
             order by table_name, ordinal_position
            """,
            cancellationToken: ct));
        var byTable = columns.ToLookup(column => column.Table);
        return CopiedTable.All.ToDictionary(
            table => table.Name,
            IReadOnlyList<CopiedColumn> (table) => [.. byTable[table.Name].Select(column => CopiedColumn.Of(column.Column, column.Type))]);
    }

    private static string NamesOf(IEnumerable<CopiedTable> tables) => string.Join(", ", tables.Select(table => table.Name));

    private async Task ImportAsync(CopiedTable table, IReadOnlyList<CopiedColumn> columns, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        await using var import = await _connection.BeginBinaryImportAsync(table.CopyIn(columns.Select(column => column.Name)), ct);
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
            {
                await (row[i] is { } value ? import.WriteAsync(columns[i].ToServer(value), columns[i].Type, ct) : import.WriteNullAsync(ct));
            }
        }

        await import.CompleteAsync(ct);
    }

    /// <summary>What the database counts by itself goes on after what came from elsewhere.</summary>
    private async Task ContinueNumbersAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        var counted = await _connection.QueryAsync<(string Table, string Column)>(new CommandDefinition(
            "select table_name, column_name from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'",
            transaction: transaction,
            cancellationToken: ct));
        foreach (var (table, column) in counted.Where(column => Columns.ContainsKey(column.Table)))
        {
            await ExecuteAsync(
                $"select setval(pg_get_serial_sequence('{table}', '{column}'), (select coalesce(max({column}), 0) + 1 from {table}), false)", transaction, ct);
        }
    }

    private Task<int> ExecuteAsync(string sql, NpgsqlTransaction transaction, CancellationToken ct) =>
        _connection.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: ct));
}
