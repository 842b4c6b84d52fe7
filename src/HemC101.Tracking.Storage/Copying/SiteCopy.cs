using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>
/// Carries a whole site over from a SQLite file to an empty PostgreSQL database. Interrupted, it goes on at the next batch when it is run
/// again; until everything was compared and verified there, no site starts on the new database.
/// </summary>
public sealed class SiteCopy
{
    private const int RowsOfABatch = 10_000;

    private readonly ICopyListener _listener;
    private readonly int _batch;

    public SiteCopy(ICopyListener listener)
        : this(listener, RowsOfABatch)
    {
    }

    internal SiteCopy(ICopyListener listener, int batch) => (_listener, _batch) = (listener, batch);

    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <exception cref="CopyRefusedException">It cannot be read, or names no server and database.</exception>
    public static DatabaseAddress TargetOf(string connectionString)
    {
        try
        {
            return DatabaseAddress.OfServer(connectionString);
        }
        catch (DatabaseUnusableException e)
        {
            throw new CopyRefusedException(CopyReasons.NotPostgres, e);
        }
    }

    /// <param name="from">A file; it is read as of one moment, and takes nothing more once all of it stands in the new place.</param>
    /// <param name="to">A database on a server: empty, or left unfinished by an earlier run.</param>
    /// <param name="ct">Stops it; a later run goes on from there.</param>
    /// <exception cref="CopyRefusedException">It may not, or the two are not equal; the mark of an unfinished copy stays.</exception>
    /// <exception cref="DatabaseUnusableException">One of them is damaged, out of reach, full or of a newer version.</exception>
    public async Task<CopyReport> RunAsync(DatabaseAddress from, DatabaseAddress to, CancellationToken ct)
    {
        if (to is not DatabaseAddress.PostgresServer server)
        {
            throw new CopyRefusedException(CopyReasons.NotPostgres);
        }

        if (from is not DatabaseAddress.SqliteFile file)
        {
            throw new CopyRefusedException(CopyReasons.NoSource.With(from.Name));
        }

        try
        {
            return await RunAsync(file, server, ct);
        }
        catch (DbException e) when (Dialect.Explain(e) is { } reason)
        {
            throw new DatabaseUnusableException(reason.With(e is SqliteException ? from.Name : to.Name), e);
        }
        catch (PostgresException e)
        {
            throw new CopyRefusedException(CopyReasons.ServerRefuses.With(to.Name, e.MessageText), e);
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            throw new DatabaseUnusableException(DatabaseReasons.NoServer.With(to.Name), e);
        }
    }

    private async Task<CopyReport> RunAsync(DatabaseAddress.SqliteFile file, DatabaseAddress.PostgresServer server, CancellationToken ct)
    {
        await using var source = await CopySource.OpenAsync(file.Path, ct);
        await using (var old = new Database(file))
        {
            if ((await ProvenLedger.OfAsync(source.SessionOn(old), ct)).Flaw is { } flaw)
            {
                throw new CopyRefusedException(CopyReasons.SourceBroken.With(file.Name, flaw));
            }
        }

        await using var target = await CopyTarget.OpenAsync(server, ct);
        await new CopyResumption(source, target, server.Name).CheckAsync(ct);
        await CarryAsync(source, target, ct);
        await using var database = new Database(server);
        var proof = new CopyProof(source, target, server.Name, _listener);
        MovedSite? left = null;
        try
        {
            var report = await target.FinishAsync(
                database,
                async session =>
                {
                    var proven = await proof.GiveAsync(session, ct);
                    left = await MovedSite.HoldAsync(file.Path, ct);
                    return await source.WasWrittenToAsync(ct) ? throw new CopyRefusedException(CopyReasons.SourceInUse.With(file.Name)) : proven;
                },
                ct);
            await (left?.MarkAsync(server.Name, TimeProvider.System.GetUtcNow(), ct) ?? Task.CompletedTask);
            return report;
        }
        finally
        {
            await (left?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task CarryAsync(CopySource source, CopyTarget target, CancellationToken ct)
    {
        var progress = await target.ProgressAsync(ct);
        foreach (var table in CopiedTable.All)
        {
            var content = progress.GetValueOrDefault(table.Name, Content.Empty);
            var (rows, form) = (new List<object?[]>(), new RowForm());
            await foreach (var row in source.RowsAsync(table, target.Columns[table.Name], content.Rows, ct))
            {
                rows.Add(row);
                content = content.Add(row, form);
                if (rows.Count == _batch)
                {
                    await AddAsync(target, table, rows, content, ct);
                }
            }

            if (rows.Count > 0)
            {
                await AddAsync(target, table, rows, content, ct);
            }
        }
    }

    private async Task AddAsync(CopyTarget target, CopiedTable table, List<object?[]> rows, Content content, CancellationToken ct)
    {
        try
        {
            await target.AddAsync(table, rows, content, ct);
        }
        catch (PostgresException e) when (Dialect.Explain(e) is null)
        {
            throw new CopyRefusedException(CopyReasons.RowRefused.With(table.Name, content.Rows - rows.Count, e.MessageText), e);
        }

        rows.Clear();
        _listener.Carried(table.Name, content.Rows);
    }
}
