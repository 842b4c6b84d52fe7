namespace HemC101.Tracking.Web.Commands;

/// <summary>Which database a command works on: the one named on its line, else the one that the web site would open.</summary>
internal static class DatabaseFile
{
    public const string Option = "database";
    public const string Usage = "[--database <path>]";

    /// <summary>The web site's settings: files of the current folder and the environment.</summary>
    public static IConfiguration Settings() => WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;

    public static string PathOf(CommandLine line, IConfiguration settings) =>
        line.Option(Option) ?? settings["Database:Path"] ?? Path.Combine(settings["Data:Directory"] ?? "data", "hemc101.db");

    /// <summary>For commands that may begin a new database: the site's own folder is made, another one has to be there.</summary>
    public static string NewPathOf(CommandLine line, IConfiguration settings)
    {
        var path = PathOf(line, settings);
        if (line.Option(Option) is null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return path;
    }
}
