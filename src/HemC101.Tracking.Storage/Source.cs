using System.Data.Common;
using Dapper;

namespace HemC101.Tracking.Storage;

/// <summary>
/// What can be read from: the <see cref="Database"/> (every query sees the last commit), a <see cref="ReadSession"/> (all queries see
/// one moment) or a <see cref="UnitOfWork"/> (queries see its own writes too).
/// </summary>
public abstract class Source
{
    private protected Source()
    {
    }

    internal abstract Dialect Dialect { get; }

    internal abstract Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct);

    /// <summary>
    /// What is read stands in this stream of the ledger, or is explained by it. Only a unit of work minds, and only where others may write
    /// meanwhile: its next append is refused when the stream has moved.
    /// </summary>
    internal virtual void RestOn(string stream)
    {
    }

    /// <returns>A stream's head and the ledger's that need not be read again; only a unit of work that nobody can write beside knows any.</returns>
    internal virtual HeadAtOnce? FindKnownHead(string stream) => null;

    /// <summary>How the stream's head and the ledger's were read.</summary>
    internal virtual void HasRead(HeadAtOnce head)
    {
    }

    /// <returns>A row that need not be read again, as with heads.</returns>
    internal virtual object? FindKnownRow(string key) => null;

    internal virtual void HasRead(string key, object row)
    {
    }

    internal Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values, CancellationToken ct) =>
        UseAsync<IReadOnlyList<T>>(
            async (connection, transaction) =>
                (await connection.QueryAsync<T>(new CommandDefinition(sql, values, transaction, cancellationToken: ct))).AsList(),
            ct);

    /// <returns>Null when there is no such row; more than one row is an exception.</returns>
    internal Task<T?> FindAsync<T>(string sql, object? values, CancellationToken ct) =>
        UseAsync(
            (connection, transaction) =>
                connection.QuerySingleOrDefaultAsync<T?>(new CommandDefinition(sql, values, transaction, cancellationToken: ct)),
            ct);

    /// <summary>
    /// For rows that many units of work read and hardly any writes: whoever does must say so, <see cref="UnitOfWork.RowsMove"/>.
    /// </summary>
    /// <param name="key">Of no other row in whatever table.</param>
    /// <param name="sql">Selects it.</param>
    /// <param name="values">Of the statement.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Not to be changed; null when there is no such row.</returns>
    internal async Task<T?> RecallAsync<T>(string key, string sql, object values, CancellationToken ct)
        where T : class
    {
        if (FindKnownRow(key) is T known)
        {
            return known;
        }

        var row = await FindAsync<T>(sql, values, ct);
        if (row is not null)
        {
            HasRead(key, row);
        }

        return row;
    }

    /// <returns>The value of the one row; none or more is an exception.</returns>
    internal Task<T> GetAsync<T>(string sql, object? values, CancellationToken ct) =>
        UseAsync(
            (connection, transaction) =>
                connection.QuerySingleAsync<T>(new CommandDefinition(sql, values, transaction, cancellationToken: ct)),
            ct);
}
