using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>The queue, its dispatcher and a site of its own, without pages. Started again on the same database by a second room.</summary>
internal sealed class PrintRoom : IAsyncDisposable
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");

    /// <summary>How long a test waits for what must happen; nothing is measured with it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _services;
    private readonly string _folder;

    /// <summary>As long as a printer on this machine may take; a person would not notice.</summary>
    private static readonly TcpTimes Quick = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(20));

    private PrintRoom(string folder, Dictionary<string, string?> settings, DatabaseAddress? address = null, string? keyRing = null)
    {
        _folder = folder;
        address ??= DatabaseAddress.OfFile(Path.Combine(folder, "hemc101.db"));
        Migrator.Migrate(address);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_ => new Database(address));
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(keyRing ?? Path.Combine(folder, "keys")));
        services.AddSingleton<ChainDesk>().AddSingleton<SettingsDesk>().AddSingleton<LabelOrders>();
        services.AddHttpContextAccessor().AddSingleton<DeviceScanner>();
        services.AddSingleton<PersonalDataVault>().AddSingleton<EscrowBook>().AddSingleton(DemoMode.Of(configuration)).AddSingleton<Enrol>();
        services.AddSingleton(Quick);
        services.AddPrinting(configuration, folder);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public static Person Investigator { get; } = Somebody(1, "Врачёв Пётр Ильич", Role.Investigator);

    public static Person Coordinator { get; } = Somebody(2, "Порядкова Анна Сергеевна", Role.Coordinator);

    public static PersonalData Ivanova { get; } = new("Иванова", "Елена", "Юрьевна", new DateOnly(1984, 2, 29));

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public Database Database => Get<Database>();

    public string Printed => Path.Combine(_folder, "printed");

    /// <summary>With a printer that writes into <see cref="Printed"/>.</summary>
    public static Task<PrintRoom> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-print-").FullName;
        return OpenAsync(
            folder, ("Printers:0:Name", "folder"), ("Printers:0:Kind", "Folder"), ("Printers:0:Address", Path.Combine(folder, "printed")));
    }

    /// <summary>As <see cref="OpenAsync()"/>, before anybody approved the templates.</summary>
    public static async Task<PrintRoom> UnapprovedAsync()
    {
        var room = new PrintRoom(Directory.CreateTempSubdirectory("hemc101-print-").FullName, []);
        await room.PrepareAsync();
        return room;
    }

    /// <summary>Set up by these settings alone.</summary>
    public static Task<PrintRoom> ConfiguredAsync(params (string Key, string Value)[] settings) =>
        OpenAsync(Directory.CreateTempSubdirectory("hemc101-print-").FullName, settings);

    /// <summary>A node beside others on the same database; their printer's folder and their key ring are one, too.</summary>
    public static Task<PrintRoom> NodeAsync(DatabaseAddress address, string printed, string keyRing) =>
        OpenAsync(new PrintRoom(
            Directory.CreateTempSubdirectory("hemc101-print-").FullName,
            Dictionary([("Printers:0:Name", "folder"), ("Printers:0:Kind", "Folder"), ("Printers:0:Address", printed)]),
            address,
            keyRing));

    public static Task<PrintRoom> OpenAsync(string folder, params (string Key, string Value)[] settings) =>
        OpenAsync(new PrintRoom(folder, Dictionary(settings)));

    private static async Task<PrintRoom> OpenAsync(PrintRoom room)
    {
        await room.PrepareAsync();
        await room.ApproveTemplatesAsync();
        return room;
    }

    private async Task PrepareAsync()
    {
        await Get<SettingsDesk>().AdoptFirstAsync(Database, new StudySettings(), Time.GetUtcNow(), default);
        await Get<ConfiguredPrinters>().PutAsync(default);
        await KeepKeysAsync();
    }

    public Task ApproveTemplatesAsync() => DemoTemplates.ApproveAsync(
        Database, Get<TemplateDesk>(), [Somebody(3, "Утверждаева Мария Львовна", Role.QualityAssurance)], Time.GetUtcNow(), default);

    /// <summary>As if copies of the key ring had been proven.</summary>
    private async Task KeepKeysAsync()
    {
        Get<IDataProtectionProvider>().CreateProtector("first").Protect([]);
        await using var uow = await Database.BeginAsync(default);
        await Get<EscrowBook>().WriteAsync(uow, Coordinator.Number, Doer.Console, Time.GetUtcNow(), default);
        await uow.CommitAsync(default);
    }

    /// <summary>A new process on the same data; the old one is gone.</summary>
    public async Task<PrintRoom> ReopenAsync(params (string Key, string Value)[] settings)
    {
        await _services.DisposeAsync();
        return new PrintRoom(_folder, Dictionary(settings));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the hosted services as the host would, and stops them at the end.</summary>
    public async Task<IAsyncDisposable> StartAsync()
    {
        var hosted = _services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(default);
        }

        return new Running(hosted);
    }

    /// <summary>Enrols a participant; the wristband waits in the queue.</summary>
    public async Task<ChainState> EnrolAsync(PersonalData? person = null) =>
        Assert.IsType<EnrolOutcome.Enrolled>(await TryEnrolAsync(person ?? Ivanova)).Chain;

    public async Task<EnrolOutcome> TryEnrolAsync(PersonalData person)
    {
        var form = new EnrolmentForm(person.BirthDate, new DateOnly(2026, 3, 2), "2.0", true, true, true, true, "SLE", 70);
        var signers = new[] { Investigator, Coordinator }.Select(one => new Signer(one, AuthenticationMethod.BadgeAndPin));
        return await Get<Enrol>().RunAsync(new EnrolInput(Guid.NewGuid().ToString("N"), person, form, [.. signers]), default);
    }

    public Task<TurnEnd> TurnAsync(string printer = "folder") => Get<PrinterTurn>().TakeAsync(printer, default);

    public async Task<PrintJobRow> JobAsync(long id) => (await PrintJobs.FindAsync(Database, id, default))!;

    public async Task<LabelPrintState> StateAsync(PrintSerial serial) => (await LabelPrints.FindAsync(Database, serial, default))!.State;

    public IReadOnlyList<string> Files() =>
        Directory.Exists(Printed) ? [.. Directory.GetFiles(Printed, "*.zpl").Order().Select(file => Path.GetFileName(file))] : [];

    public async Task<T> WriteAsync<T>(Func<UnitOfWork, Task<T>> write)
    {
        await using var uow = await Database.BeginAsync(default);
        var result = await write(uow);
        await uow.CommitAsync(default);
        return result;
    }

    public Task PutPrinterAsync(string name, PrinterKind kind, string address, bool isDefault = true) => WriteAsync(async uow =>
    {
        await Printers.PutAsync(uow, new PrinterRow { Name = name, Kind = kind, Address = address, IsDefault = isDefault }, default);
        return true;
    });

    public async Task<PrintJobRow> UntilAsync(long job, params PrintJobState[] states)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var row = await JobAsync(job);
            if (states.Contains(row.State))
            {
                return row;
            }

            Assert.False(patience.IsCancellationRequested, $"Job {job} stayed {row.State}.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string?> Dictionary((string Key, string Value)[] settings) =>
        settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);

    private static Person Somebody(int number, string name, Role role) => new(StaffNumber.Issue(Facility, number), name, new HashSet<Role> { role });

    private sealed class Running(IReadOnlyList<IHostedService> hosted) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var service in hosted.Reverse())
            {
                await service.StopAsync(default);
            }
        }
    }
}
