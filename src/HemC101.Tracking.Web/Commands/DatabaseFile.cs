using System.Data.Common;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Which database a command works on: the file named on its line, else the one that the web site would open.</summary>
internal static class DatabaseFile
{
    public const string Option = "database";
    public const string Usage = "[--database <path>]";

    /// <summary>The web site's settings: files of the current folder and the environment.</summary>
    public static IConfiguration Settings() => WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;

    public static DatabaseAddress AddressOf(CommandLine line, IConfiguration settings) =>
        line.Option(Option) is { } path ? DatabaseAddress.OfFile(path) : SiteDatabase.Of(settings);

    /// <returns>Null when there is something to open.</returns>
    public static Text? Missing(DatabaseAddress address) => address is DatabaseAddress.SqliteFile file && !File.Exists(file.Path)
        ? new($"Файла базы данных нет: {file.Path}", $"There is no database file: {file.Path}")
        : null;

    public static Text Unreadable(DatabaseAddress address, DbException e) => new(
        $"{address} не читается как база данных этой системы ({e.Message}) Проверьте адрес; если он верен, восстановите резервную копию.",
        $"{address} cannot be read as a database of this system ({e.Message}) Check the address; if it is right, restore the backup.");

    /// <summary>For commands that may begin a new database: the site's own folder is made, another one has to be there.</summary>
    public static DatabaseAddress NewAddressOf(CommandLine line, IConfiguration settings)
    {
        var address = AddressOf(line, settings);
        if (line.Option(Option) is null && address is DatabaseAddress.SqliteFile file && Path.GetDirectoryName(Path.GetFullPath(file.Path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return address;
    }
}
