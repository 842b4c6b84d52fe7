using System.Data.Common;
using Dapper;
using HemC101.Tracking.Storage.Nodes;
using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

/// <summary>An advisory lock of a connection of its own: the server takes it back as soon as the connection ends, however it ends.</summary>
internal sealed class PostgresLead : ILead
{
    private const int AnswerSeconds = 5;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly NpgsqlConnection _connection;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watch;

    private PostgresLead(NpgsqlConnection connection)
    {
        _connection = connection;
        _watch = WatchAsync();
    }

    public CancellationToken Lost => _lost.Token;

    /// <param name="connectionString">Of the site.</param>
    /// <param name="work">Sites that lie in schemas of one database do not hinder each other.</param>
    /// <param name="ct">Ends the asking.</param>
    /// <returns>Null while another node has it.</returns>
    public static async Task<ILead?> TryTakeAsync(string connectionString, string work, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(PostgresAddress.ForLeading(connectionString));
        try
        {
            await connection.OpenAsync(ct);
            var ask = new CommandDefinition(
                "select pg_try_advisory_lock(hashtextextended(current_schema() || '/' || @work, 0))", new { work }, cancellationToken: ct);
            if (await connection.ExecuteScalarAsync<bool>(ask))
            {
                return new PostgresLead(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _watch;
        await _connection.DisposeAsync();
        _over.Dispose();
        _lost.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, _over.Token);
                await _connection.ExecuteAsync(new CommandDefinition("select 1", commandTimeout: AnswerSeconds, cancellationToken: _over.Token));
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // It is given back.
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            await _lost.CancelAsync();
        }
    }
}
