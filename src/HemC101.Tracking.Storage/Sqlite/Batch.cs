using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>
/// One transaction shared by units of work that come one after the other, each in a savepoint of its own. They become durable together, with
/// one wait for the disk, or fail together.
/// </summary>
internal sealed class Batch
{
    private const string BeginOne = "savepoint unit";
    private const string KeepOne = "release unit";
    private const string TakeOneBack = "rollback to unit";

    private readonly WriterLimits _limits;
    private readonly TimeSpan _longest;
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _kept;
    private long _firstKept;

    private Batch(KeptStatements connection, SqliteTransaction transaction, WriterLimits limits, TimeSpan longest) =>
        (Connection, Transaction, _limits, _longest) = (connection, transaction, limits, longest);

    public KeptStatements Connection { get; }

    public SqliteTransaction Transaction { get; }

    /// <summary>Enough has come together.</summary>
    public bool IsDue => _kept >= _limits.LargestBatch || (_kept > 0 && Stopwatch.GetElapsedTime(_firstKept) >= _longest);

    /// <param name="connection">Of the writer.</param>
    /// <param name="limits">Of the writer.</param>
    /// <param name="commit">
    /// What a commit takes, the shorter of the last two, since one may have waited for something else: on a slow disk a batch lasts as long, so
    /// that half of the time at most is spent on commits.
    /// </param>
    public static Batch Begin(KeptStatements connection, WriterLimits limits, TimeSpan commit) => new(
        connection, connection.BeginTransaction(deferred: false), limits, commit > limits.LongestBatch ? commit : limits.LongestBatch);

    /// <returns>Another number than at the last batch when another than this connection has written since: https://sqlite.org/pragma.html#pragma_data_version.</returns>
    public long ForeignWrites() => Connection.ExecuteScalar<long>("pragma data_version", transaction: Transaction);

    public void BeginUnit() => Connection.Run(BeginOne);

    /// <returns>Done when the unit is durable.</returns>
    public Task KeepUnit()
    {
        Connection.Run(KeepOne);
        if (_kept++ == 0)
        {
            _firstKept = Stopwatch.GetTimestamp();
        }

        return _durable.Task;
    }

    /// <returns>Done when what the unit may have seen of those before it is durable: its answer, too, may rest on that.</returns>
    public Task DiscardUnit()
    {
        // Some failures make SQLite take back the whole transaction: https://sqlite.org/lang_transaction.html, 3.
        if (raw.sqlite3_get_autocommit(Connection.Handle) != 0)
        {
            throw new DatabaseUnusableException(DatabaseReasons.TakenBack);
        }

        Connection.Run(TakeOneBack);
        Connection.Run(KeepOne);
        return _kept > 0 ? _durable.Task : Task.CompletedTask;
    }

    /// <returns>How long it took; nothing when there was nothing to keep.</returns>
    public TimeSpan Commit()
    {
        var began = Stopwatch.GetTimestamp();
        if (_kept > 0)
        {
            Transaction.Commit();
            StorageMeter.Committed(_kept);
        }

        var took = Stopwatch.GetElapsedTime(began);
        Transaction.Dispose();
        _durable.SetResult();
        return took;
    }

    /// <summary>Nothing of the batch is kept, and all who thought so learn it.</summary>
    public void Fail(Exception why)
    {
        try
        {
            Transaction.Dispose();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            // It was rolled back already, or will be when the connection closes.
        }

        if (_kept > 0)
        {
            _durable.SetException(why);
        }
    }
}
