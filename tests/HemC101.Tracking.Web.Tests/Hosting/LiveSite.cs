using System.Diagnostics.CodeAnalysis;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>The application in this process, with its crew and house and participants who have come some way; the clock is the test's.</summary>
internal sealed class LiveSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data;
    private readonly FilledSite _filled;

    private LiveSite(DirectoryInfo data, FilledFolder past) => (_data, _filled, Time) = (data, past.Site, new(past.At));

    public FakeTimeProvider Time { get; }

    /// <summary>Of its own templates and fonts; null for those that are supplied. Before the first use of the site.</summary>
    public DirectoryInfo? Labels { get; set; }

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>In the order of the pasts.</summary>
    public IReadOnlyList<CoiId> Chains => _filled.Chains;

    public static async Task<LiveSite> OpenAsync(params IReadOnlyList<IReadOnlyList<DemoLeg>> pasts)
    {
        var past = await FilledFolder.OfAsync(pasts);
        var data = Directory.CreateTempSubdirectory("hemc101-live-");
        past.CopyTo(data);
        return new(data, past);
    }

    /// <param name="index">0 for the first of three.</param>
    public CrewMember Crew(Role role, int index = 0) => _filled.Crew.Where(member => member.Role == role).ElementAt(index);

    public async Task<Tablet> TabletAsync(Role role, string language = "ru", int index = 0)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
        return await Tablet.SignInAsync(client, Crew(role, index), language);
    }

    public async Task<ChainState> ChainAsync(CoiId coi) => ChainState.Fold(await HistoryAsync(coi))!;

    public Task<IReadOnlyList<Happened>> HistoryAsync(CoiId coi) => ChainStreams.HistoryAsync(Database, coi, default);

    /// <summary>What a scanner reads from the label on the thing itself.</summary>
    public async Task<string> SymbolAsync(CoiId coi, string of)
    {
        var print = (await ChainAsync(coi)).Prints.Values.Last(item =>
            item.Of == of && item.Carrier == Carrier.PrimaryBag && item.State is PrintState.Printed or PrintState.Applied);
        return (await LabelPrints.FindAsync(Database, print.Serial, default))!.Symbol;
    }

    public async Task<string> CollectionSymbolAsync(CoiId coi) =>
        await SymbolAsync(coi, (await ChainAsync(coi)).Collections[^1].Donation.ToString());

    public async Task<string> BandSymbolAsync(CoiId coi)
    {
        var chain = await ChainAsync(coi);
        return BarcodeWriter.Wristband(chain.Patient, chain.BandInstance);
    }

    /// <summary>Plays on from now, as what was before the test was played.</summary>
    public DemoDirector Director() =>
        ActivatorUtilities.CreateInstance<DemoDirector>(Services, (IReadOnlyList<Person>)[.. _filled.Crew.Select(member => member.Person)], new DemoClock(Time.GetUtcNow()));

    /// <summary>How much is written, read past the application: equal as long as nothing was.</summary>
    public string Written()
    {
        using var connection = new SqliteConnection($"Data Source={FreshSite.DatabaseIn(_data)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            select (select count(*) from ledger) || ' entries, ' || (select count(*) from scan) || ' scans, '
                   || (select count(*) from label_print) || ' prints, ' || (select count(*) from finished_attempt) || ' steps'
            """;
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Database, keys and whatever else the site writes.</summary>
    public string Folder => _data.FullName;

    /// <summary>By somebody who has the file.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Written by the tests.")]
    public async Task SqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={FreshSite.DatabaseIn(_data)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Every browser of the test has the same address: none.
        builder.UseSetting("Data:Directory", _data.FullName).UseSetting("Limits:SignInsPerMinute", "100000");
        if (Labels is not null)
        {
            builder.UseSetting("Labels:Directory", Labels.FullName);
        }

        builder.ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Time)
            .PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
    }
}
