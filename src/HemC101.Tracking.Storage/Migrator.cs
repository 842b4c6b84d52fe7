using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage;

/// <summary>Brings a database file to the schema of this version: all missing scripts, or none of them.</summary>
public static class Migrator
{
    private const string Folder = "HemC101.Tracking.Storage.Migrations.Sqlite.";

    /// <summary>Creates the file when there is none.</summary>
    /// <exception cref="DatabaseUnusableException">Damaged, out of reach, or of a newer version; nothing was changed.</exception>
    public static void Migrate(string path)
    {
        try
        {
            var connectionString = Database.ConnectionString(path, SqliteOpenMode.ReadWriteCreate);
            Prepare(path, connectionString);
            Upgrade(connectionString);
        }
        catch (DbException e) when (Dialect.IsDamaged(e))
        {
            throw new DatabaseUnusableException(Damaged.With(path), e);
        }
        catch (DbException e) when (Dialect.IsUnreachable(e))
        {
            throw new DatabaseUnusableException(Unreachable.With(path), e);
        }
    }

    private static Text Damaged => new(
        "Файл базы данных {0} повреждён. Остановите работу по системе, перейдите на бумажные листы "
        + "и восстановите последнюю резервную копию.",
        "The database file {0} is damaged. Stop working with the system, go over to the paper sheets and restore the last backup.");

    private static Text Unreachable => new(
        "Файл базы данных {0} не открывается. Проверьте, что папка существует и что у службы есть право записи в неё.",
        "The database file {0} cannot be opened. Check that its folder exists and that the service may write there.");

    private static Text Newer => new(
        "База данных создана более новой версией программы ({0}). Установите эту или более новую версию; данные не изменены.",
        "The database was made by a newer version of the program ({0}). Install that version or a later one; no data was changed.");

    private static Text Failed => new(
        "Не удалось обновить структуру базы данных на шаге {0}. Данные не изменены; сообщите разработчику.",
        "The database could not be brought up to date at step {0}. No data was changed; tell the developer.");

    private static void Prepare(string path, string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(Dialect.PrepareFile);
        if (connection.QueryFirst<string>("pragma quick_check(1)") != "ok")
        {
            throw new DatabaseUnusableException(Damaged.With(path));
        }
    }

    private static void Upgrade(string connectionString)
    {
        var scripts = Scripts();
        var engine = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScripts(scripts)
            .WithVariablesDisabled()
            .WithTransaction()
            .LogToNowhere()
            .Build();

        var unknown = engine.GetExecutedScripts().Except(scripts.Select(script => script.Name)).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseUnusableException(Newer.With(string.Join(", ", unknown)));
        }

        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new DatabaseUnusableException(Failed.With(result.ErrorScript?.Name ?? "?"), result.Error);
        }
    }

    private static List<SqlScript> Scripts() =>
        [.. from name in typeof(Migrator).Assembly.GetManifestResourceNames()
            where name.StartsWith(Folder, StringComparison.Ordinal)
            orderby name
            select new SqlScript(name[Folder.Length..], Read(name))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
