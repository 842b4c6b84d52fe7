namespace HemC101.Tracking.Web.Demo;

/// <summary>What <c>--demo</c> stands for on the command line; anything given beside it wins.</summary>
public static class DemoArguments
{
    public const string Switch = "--demo";

    private static readonly string[] Defaults = ["--Demo:Enabled=true", "--Data:Directory=demo-data", "--urls=http://127.0.0.1:5080"];

    public static string[] Expand(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Contains(Switch) ? [.. Defaults, .. args.Where(arg => arg != Switch)] : args;
    }

    /// <summary>Tells whoever started it where to go.</summary>
    public static void Announce(IEnumerable<string> urls)
    {
        var url = urls.FirstOrDefault() ?? "";
        Console.WriteLine($"""

            ДЕМО / DEMO   {url}
            Сценарий, бейджи и коды / the story, badges and codes:   {url}/Demo
            Вход / sign in:   {DemoPeople.All[0].UserName} / {DemoPeople.All[0].Password}

            """);
    }
}
