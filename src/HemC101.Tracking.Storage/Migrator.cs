using DbUp.Builder;
using DbUp.Engine;
using HemC101.Tracking.Storage.Postgres;
using HemC101.Tracking.Storage.Sqlite;

namespace HemC101.Tracking.Storage;

/// <summary>Brings a database to the schema of this version: all missing scripts, or none of them.</summary>
public static class Migrator
{
    /// <summary>A SQLite file, made when there is none.</summary>
    /// <exception cref="DatabaseUnusableException">Damaged, out of reach, or of a newer version; nothing was changed.</exception>
    public static void Migrate(string path) => SqliteMigration.Run(path);

    /// <summary>A SQLite file, made when there is none; or a database that is on its server already.</summary>
    /// <exception cref="DatabaseUnusableException">Damaged, out of reach, or of a newer version; nothing was changed.</exception>
    public static void Migrate(DatabaseAddress address)
    {
        switch (address)
        {
            case DatabaseAddress.SqliteFile file:
                SqliteMigration.Run(file.Path);
                break;
            case DatabaseAddress.PostgresServer server:
                PostgresMigration.Run(server);
                break;
            default:
                throw new ArgumentException($"Unexpected address {address}.", nameof(address));
        }
    }

    /// <returns>Names, in the order in which they are run.</returns>
    internal static IReadOnlyList<string> ScriptsOf(string folder) => [.. Scripts(folder).Select(script => script.Name)];

    internal static void Upgrade(UpgradeEngineBuilder builder, string folder)
    {
        var scripts = Scripts(folder);
        var engine = builder.WithScripts(scripts).WithVariablesDisabled().WithTransaction().LogToNowhere().Build();
        var unknown = engine.GetExecutedScripts().Except(scripts.Select(script => script.Name)).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseUnusableException(DatabaseReasons.Newer.With(string.Join(", ", unknown)));
        }

        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new DatabaseUnusableException(DatabaseReasons.Failed.With(result.ErrorScript?.Name ?? "?"), result.Error);
        }
    }

    private static List<SqlScript> Scripts(string folder)
    {
        var prefix = $"{typeof(Migrator).Namespace}.Migrations.{folder}.";
        return [.. from name in typeof(Migrator).Assembly.GetManifestResourceNames()
                   where name.StartsWith(prefix, StringComparison.Ordinal)
                   orderby name
                   select new SqlScript(name[prefix.Length..], Read(name))];
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
