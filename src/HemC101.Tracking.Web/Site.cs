using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web;

/// <summary>How the application is put together, and how it starts.</summary>
public static class Site
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (CommandDesk.Concerns(args))
        {
            return await CommandDesk.RunAsync(args, CommandScreen.OfThisProcess(), CancellationToken.None);
        }

        // The files of the site lie beside the program, wherever it is started from; built in place, the manifest of static assets finds them.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = DemoArguments.Expand(args), ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        AddServices(builder);
        await using var app = builder.Build();
        Use(app);
        if (await PrepareAsync(app, CancellationToken.None) is { } refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Ru}{Environment.NewLine}{refusal.En}");
            return 1;
        }

        await app.RunAsync();
        return 0;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var data = DataDirectory(builder.Configuration);
        var services = builder.Services;
        services.AddRazorPages();
        services.AddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("HemC101.Tracking")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(data, "keys")));
        services.AddSingleton(_ =>
        {
            var path = builder.Configuration["Database:Path"] ?? Path.Combine(data, "hemc101.db");
            Migrator.Migrate(path);
            return new Database(path);
        });
        services.AddPeople(builder.Configuration);
        services.AddSingleton<ChainDesk>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<LabelOrders>();
        services.AddSingleton<PersonalDataVault>();
        services.AddSingleton<TakeScan>();
        services.AddSingleton<TakeStep>();
        services.AddSingleton<StepScreens>();
        services.AddSingleton<WorkList>();
        services.AddSingleton<BedsideRounds>();
        services.AddSingleton<FindThing>();
        services.AddSingleton<Enrol>();
        services.AddScoped<Signers>();
        services.AddPrinting(builder.Configuration, data);
    }

    private static string DataDirectory(ConfigurationManager configuration) =>
        Directory.CreateDirectory(configuration["Data:Directory"] ?? "data").FullName;

    private static void Use(WebApplication app)
    {
        app.UsePeople();
        app.MapRazorPages();
    }

    /// <summary>A new site adopts its first settings, an old one keeps what it has; the printers are those of the configuration.</summary>
    /// <returns>Why the site does not start on this database; null when it does.</returns>
    private static async Task<Text?> PrepareAsync(WebApplication app, CancellationToken ct)
    {
        var database = app.Services.GetRequiredService<Database>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var demo = app.Services.GetRequiredService<DemoMode>().IsOn;
        if (await DemoMarker.RefusalAsync(database, demo, ct) is { } refusal)
        {
            return refusal;
        }

        await app.Services.GetRequiredService<ConfiguredPrinters>().PutAsync(ct);
        if (demo)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).SeedAsync(ct);
            app.Lifetime.ApplicationStarted.Register(() => DemoArguments.Announce(app.Urls));
        }
        else
        {
            await app.Services.GetRequiredService<SettingsDesk>().AdoptFirstAsync(database, new StudySettings(), now, ct);
        }

        return null;
    }
}
