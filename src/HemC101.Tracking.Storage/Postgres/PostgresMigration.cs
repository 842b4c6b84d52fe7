using System.Globalization;
using Dapper;
using DbUp;
using HemC101.Tracking.Storage.Copying;
using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

/// <summary>Nodes that start at the same time migrate one after the other; the second finds nothing left to do.</summary>
internal static class PostgresMigration
{
    /// <summary>The oldest version these scripts and queries were run on.</summary>
    private const int OldestVersion = 15;

    /// <summary>Names the lock: any number that no other program on this database uses.</summary>
    private const long Lock = 0x4845_4D43_3130_3101;

    /// <exception cref="DatabaseUnusableException">Also when a site was not carried over to its end: nobody may work with a part of it.</exception>
    public static void Run(DatabaseAddress.PostgresServer server) => Run(server, ThrowIfUnfinished);

    /// <summary>For the copy itself.</summary>
    public static void RunUnfinished(DatabaseAddress.PostgresServer server) => Run(server, (_, _) => { });

    public static void Check(NpgsqlConnection connection, string name)
    {
        if (connection.PostgreSqlVersion.Major < OldestVersion)
        {
            var oldest = OldestVersion.ToString(CultureInfo.InvariantCulture);
            throw new DatabaseUnusableException(DatabaseReasons.TooOld.With(name, connection.PostgreSqlVersion.ToString(), oldest));
        }

        if (connection.ExecuteScalar<bool>("select pg_is_in_recovery()"))
        {
            throw new DatabaseUnusableException(DatabaseReasons.Standby.With(name));
        }

        if (connection.ExecuteScalar<string>("show server_encoding") is var encoding and not "UTF8")
        {
            throw new DatabaseUnusableException(DatabaseReasons.NotUtf8.With(name, encoding ?? "?"));
        }

        var off = connection.Query<string>("select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name").AsList();
        if (off.Count > 0)
        {
            throw new DatabaseUnusableException(DatabaseReasons.NotDurable.With(name, string.Join(", ", off)));
        }
    }

    private static void ThrowIfUnfinished(NpgsqlConnection connection, string name)
    {
        if (connection.ExecuteScalar<bool>(CopyProgress.IsUnderWay))
        {
            throw new DatabaseUnusableException(DatabaseReasons.Unfinished.With(name));
        }
    }

    private static void Run(DatabaseAddress.PostgresServer server, Action<NpgsqlConnection, string> refuse)
    {
        var connectionString = PostgresAddress.ForMigrating(server.ConnectionString);
        try
        {
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            Check(connection, server.Name);
            connection.Execute("select pg_advisory_lock(@Lock)", new { Lock });
            refuse(connection, server.Name);
            Migrator.Upgrade(DeployChanges.To.PostgresqlDatabase(connectionString), "Postgres");
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
        {
            throw new DatabaseUnusableException(DatabaseReasons.NoServer.With(server.Name), e);
        }
    }
}
