using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Commands;
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

        var builder = WebApplication.CreateBuilder(args);
        AddServices(builder);
        await using var app = builder.Build();
        Use(app);
        await PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var data = Directory.CreateDirectory(builder.Configuration["Data:Directory"] ?? "data").FullName;
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

    private static void Use(WebApplication app)
    {
        app.UsePeople();
        app.MapRazorPages();
    }

    /// <summary>A new site adopts its first settings and its first printer; an old one keeps what it has.</summary>
    private static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        var database = app.Services.GetRequiredService<Database>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await app.Services.GetRequiredService<SettingsDesk>().AdoptFirstAsync(database, new StudySettings(), now, ct);
    }
}
