using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Which database and which key ring the settings name: both in the data folder, unless they say otherwise.</summary>
internal static class SiteDatabase
{
    /// <summary>How the setting <c>Database:Provider</c> names a database server.</summary>
    public const string Server = "Postgres";

    private static readonly Text NoProvider = new(
        "Настройка Database:Provider: «{0}». Допустимо Sqlite (файл, по умолчанию) или Postgres (сервер, строка подключения в Database:ConnectionString).",
        "The setting Database:Provider is \"{0}\". It may be Sqlite (a file, the default) or Postgres (a server, its connection string in Database:ConnectionString).");

    /// <summary>Outside the database, always; nodes that share a database share this folder, too.</summary>
    public static string KeyRingOf(IConfiguration settings) =>
        Path.GetFullPath(settings["Data:KeyRing"] ?? Path.Combine(settings["Data:Directory"] ?? "data", "keys"));

    /// <exception cref="DatabaseUnusableException">The settings name none that could be used.</exception>
    public static DatabaseAddress Of(IConfiguration settings) => settings["Database:Provider"] switch
    {
        null or "" or "Sqlite" => DatabaseAddress.OfFile(settings["Database:Path"] ?? Path.Combine(settings["Data:Directory"] ?? "data", "hemc101.db")),
        Server => DatabaseAddress.OfServer(settings["Database:ConnectionString"] ?? ""),
        var other => throw new DatabaseUnusableException(NoProvider.With(other)),
    };
}
