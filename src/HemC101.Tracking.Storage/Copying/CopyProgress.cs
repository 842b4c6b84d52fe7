using Dapper;
using HemC101.Tracking.Ledger;
using Npgsql;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>
/// What was carried over so far. The table is there as long as the copy is not finished, and as long as it is there no site starts on the
/// database.
/// </summary>
internal static class CopyProgress
{
    public const string Table = "unfinished_copy";

    /// <summary>Asks whether the copy to this database is not finished.</summary>
    public const string IsUnderWay = $"select exists (select 1 from pg_tables where schemaname = current_schema() and tablename = '{Table}')";

    public static Task BeginAsync(NpgsqlConnection connection, CancellationToken ct) =>
        ExecuteAsync(
            connection,
            null,
            "create table if not exists unfinished_copy (table_name text not null primary key, rows bigint not null, digest text not null)",
            null,
            ct);

    public static async Task<IReadOnlyDictionary<string, Content>> ReadAsync(NpgsqlConnection connection, CancellationToken ct) =>
        (await connection.QueryAsync<(string Table, long Rows, string Digest)>(
            new CommandDefinition("select table_name, rows, digest from unfinished_copy", cancellationToken: ct)))
        .ToDictionary(row => row.Table, row => new Content(row.Rows, Digest.Parse(row.Digest, null)));

    public static Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CopiedTable table, Content content, CancellationToken ct) =>
        ExecuteAsync(
            connection,
            transaction,
            """
            insert into unfinished_copy (table_name, rows, digest)
            values (@Name, @Rows, @digest)
            on conflict (table_name) do update
               set rows = excluded.rows, digest = excluded.digest
            """,
            new { table.Name, content.Rows, digest = content.Digest.ToString() },
            ct);

    public static Task EndAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct) =>
        ExecuteAsync(connection, transaction, "drop table unfinished_copy", null, ct);

    private static Task<int> ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, object? values, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: ct));
}
