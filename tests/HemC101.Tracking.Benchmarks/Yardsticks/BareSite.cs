using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Benchmarks.Yardsticks;

/// <summary>A web application that does next to nothing, in a process of its own as the measured one is.</summary>
internal static class BareSite
{
    public const string Command = "bare-site";
    public const string Page = "/Bare";
    public const string Commit = "/commit";
    public const string SharedCommit = "/shared-commit";
    public const string LedgerCommit = "/ledger-commit";

    /// <summary>It watches no files: a watcher of this folder would be woken by every write of the site beside it.</summary>
    private const string WatchingNothing = "--hostBuilder:reloadConfigOnChange=false";

    public static Task<SiteProcess> StartAsync(DirectoryInfo data) =>
        SiteProcess.StartAsync(typeof(BareSite).Assembly.Location, Page, data, [Command, Path.Combine(data.FullName, "bare-site.db"), WatchingNothing]);

    /// <param name="database">Made when there is none.</param>
    /// <param name="args">Where to listen.</param>
    public static async Task<int> RunAsync(string database, string[] args)
    {
        using var table = new BareTable(database);
        await table.CreateAsync();
        await using var shared = new SharedTable(database);
        await using var ledger = BareLedger.Create(Path.ChangeExtension(database, "ledger.db"));
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Yardsticks/Pages").ConfigureApplicationPartManager(OnlyOurs);
        await using var app = builder.Build();
        app.MapRazorPages();
        app.MapPost(Commit, async () =>
        {
            await table.InsertAsync();
            return Results.Text("committed");
        });
        app.MapPost(SharedCommit, (HttpRequest request, CancellationToken ct) => InsertAsync(request, shared.InsertAsync, ct));
        app.MapPost(LedgerCommit, (HttpRequest request, CancellationToken ct) => InsertAsync(request, ledger.InsertAsync, ct));
        await app.RunAsync();
        return 0;
    }

    private static async Task<IResult> InsertAsync(HttpRequest request, Func<string, CancellationToken, Task> insertAsync, CancellationToken ct)
    {
        using var body = new StreamReader(request.Body);
        await insertAsync(await body.ReadToEndAsync(ct), ct);
        return Results.Text("committed");
    }

    /// <summary>The pages of the measured application are referenced too, and would bring their layout along.</summary>
    private static void OnlyOurs(ApplicationPartManager parts)
    {
        var ours = typeof(BareSite).Assembly.GetName().Name;
        foreach (var other in parts.ApplicationParts.Where(part => part.Name != ours).ToList())
        {
            parts.ApplicationParts.Remove(other);
        }
    }
}
