using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Audit;
using HemC101.Tracking.Web.Backups;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Papers;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Protocol;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Traces;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HemC101.Tracking.Web;

/// <summary>How the application is put together, and how it starts.</summary>
public static class Site
{
    /// <summary>Under which the key ring is used: another name opens nothing.</summary>
    internal const string Name = "HemC101.Tracking";

    /// <summary>EX_TEMPFAIL of sysexits.h: whoever started it may try again. 1 is for what a person has to read first.</summary>
    private const int PassesByItself = 75;

    /// <summary>Encrypts and authenticates at once, in half the time that the default takes for both; older keys keep what they were made for.</summary>
    private static readonly AuthenticatedEncryptorConfiguration OnePass = new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM };

    private static readonly Text SettingsWrong = new(
        "Сайт не запущен: исправьте настройки и запустите снова.", "The site was not started: correct these settings and start again.");

    public static async Task<int> RunAsync(string[] args)
    {
        if (CommandDesk.Concerns(args))
        {
            return await CommandDesk.RunAsync(args, CommandScreen.OfThisProcess(), CancellationToken.None);
        }

        // The files of the site lie beside the program, wherever it is started from; built in place, the manifest of static assets finds them.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = DemoArguments.Expand(args), ContentRootPath = AppContext.BaseDirectory });
        DemoArguments.AddDefaults(builder.Configuration);
        if (SettingsCheck.Faults(builder.Configuration) is { Count: > 0 } faults)
        {
            await SayAsync([SettingsWrong, .. faults]);
            return 1;
        }

        try
        {
            return await ServeAsync(builder);
        }
        catch (DatabaseUnusableException unusable)
        {
            await SayAsync([unusable.Text]);
            return unusable.MayPass ? PassesByItself : 1;
        }
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder)
    {
        var demo = DemoMode.Of(builder.Configuration);
        if (await DemoMarker.RefusalAsync(SiteDatabase.Of(builder.Configuration), demo.IsOn, CancellationToken.None) is { } refusal)
        {
            await SayAsync([refusal]);
            return 1;
        }

        builder.WebHost.UseStaticWebAssets();
        AddServices(builder);
        await using var app = builder.Build();
        Use(app);
        await PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    private static async Task SayAsync(IReadOnlyList<Text> texts)
    {
        foreach (var text in texts)
        {
            await Console.Error.WriteLineAsync($"{text.Ru}{Environment.NewLine}{text.En}");
        }
    }

    /// <summary>Whom and what a request is about stands in its address, by which it was let in: a form field of the same name changes nothing.</summary>
    private static void PutTheAddressFirst(MvcOptions options)
    {
        var address = options.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
        options.ValueProviderFactories.Remove(address);
        options.ValueProviderFactories.Insert(0, address);
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var data = Directory.CreateDirectory(DataDirectory(builder.Configuration)).FullName;
        var services = builder.Services;
        services.AddSystemdUnit();
        services.AddRazorPages().AddMvcOptions(PutTheAddressFirst);
        services.AddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName(Name)
            .PersistKeysToFileSystem(Directory.CreateDirectory(SiteDatabase.KeyRingOf(builder.Configuration)))
            .SetDefaultKeyLifetime(KeyLifetime)
            .UseCryptographicAlgorithms(OnePass);
        services.AddSingleton(_ =>
        {
            var address = SiteDatabase.Of(builder.Configuration);
            Migrator.Migrate(address);
            return new Database(address);
        });
        services.AddPeople(builder.Configuration);
        services.AddPrinting(builder.Configuration, data);
        services.AddAlarms(builder.Configuration, data);
        services.AddProofs(builder.Configuration);
        services.AddPapers();
        services.AddBackups(builder.Configuration);
        services.AddOperations(builder.Configuration);
        services.AddDemo(builder.Configuration);
        AddUseCases(services);
    }

    /// <summary>What pages and scenarios call. Needs <see cref="Database"/>, <see cref="TimeProvider"/>, <see cref="PrintSignal"/>, the key ring, and what <see cref="PeopleSetup"/> adds.</summary>
    internal static void AddUseCases(IServiceCollection services)
    {
        services.AddSingleton<ChainDesk>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<IssueSettings>();
        services.AddSingleton<HoldStudy>();
        services.AddSingleton<FileDrill>();
        services.AddSingleton<DeviceScanner>();
        services.AddSingleton<ScannerTestDesk>();
        services.AddSingleton<LabelOrders>();
        services.AddSingleton<PersonalDataVault>();
        services.AddSingleton<KeyRingCheck>();
        services.AddSingleton<SurnameMarks>();
        services.AddSingleton<EscrowBook>();
        services.AddAudit();
        services.AddSingleton<TakeScan>();
        services.AddSingleton<SealedHalves>();
        services.AddSingleton<ReadHalf>();
        services.AddSingleton<TakeStep>();
        services.AddSingleton<StepScreens>();
        services.AddSingleton<WorkList>();
        services.AddSingleton<BedsideRounds>();
        services.AddSingleton<FindThing>();
        services.AddSingleton<Enrol>();
        services.AddSingleton<CorrectIdentity>();
        services.AddSingleton<ImportLogger>();
        services.AddSingleton<LoggerPlaces>();
        services.AddSingleton<CustodyWriter>();
        services.AddSingleton<CountScans>();
        services.AddSingleton<CountDesk>();
        services.AddSingleton<FallbackDesk>();
        services.AddSingleton<FallbackScans>();
        services.AddSingleton<ScannedSets>();
    }

    /// <summary>A new key every year, at the time of the drill that proves its copies: see <see cref="KeyEscrow"/>.</summary>
    private static TimeSpan KeyLifetime => TimeSpan.FromDays(365);

    private static string DataDirectory(ConfigurationManager configuration) => Path.GetFullPath(configuration["Data:Directory"] ?? "data");

    private static void Use(WebApplication app)
    {
        app.UsePeople();
        app.MapOperations();
        app.MapRazorPages();
    }

    /// <summary>A new site adopts its first settings, an old one keeps what it has; the printers are those of the configuration.</summary>
    private static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        var database = app.Services.GetRequiredService<Database>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await app.Services.GetRequiredService<KeyRingCheck>().RunAsync(ct);
        await app.Services.GetRequiredService<SurnameMarks>().FillAsync(ct);
        await app.Services.GetRequiredService<DepositCheck>().RunAsync(ct);
        await app.Services.GetRequiredService<ConfiguredPrinters>().PutAsync(ct);
        if (app.Services.GetRequiredService<DemoMode>().IsOn)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).SeedAsync(ct);
            app.Lifetime.ApplicationStarted.Register(() => DemoArguments.Announce(app.Urls));
        }
        else
        {
            await app.Services.GetRequiredService<SettingsDesk>().AdoptFirstAsync(database, StudySettings.OfANewSite, now, ct);
            await SetupNotice.PrepareAsync(app, ct);
        }
    }
}
