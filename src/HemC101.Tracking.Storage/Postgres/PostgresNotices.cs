using HemC101.Tracking.Storage.Nodes;
using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

/// <summary><see cref="Notice"/>s over LISTEN and NOTIFY.</summary>
internal static class PostgresNotices
{
    private const string Channel = "hemc101";

    public const string Tell = $"select pg_notify('{Channel}', @notice)";

    /// <summary>Runs until it is cancelled or the connection ends.</summary>
    public static async Task ListenAsync(string connectionString, Action<string> heard, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(PostgresAddress.ForListening(connectionString));
        await connection.OpenAsync(ct);
        connection.Notification += (_, notice) => heard(notice.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }
}
