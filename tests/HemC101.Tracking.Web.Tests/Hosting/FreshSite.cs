using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <param name="Chains">In the order of the pasts that were asked for.</param>
internal sealed record FilledSite(IReadOnlyList<CrewMember> Crew, IReadOnlyList<CoiId> Chains);

/// <summary>
/// Fills the data folder of a site before its process starts: three people of every role, lots, devices, positions, boxes and seals,
/// and settings without waiting times before and between the doses, since a test cannot wait for days.
/// </summary>
internal sealed class FreshSite(DirectoryInfo data, IReadOnlyList<string> arguments) : WebApplicationFactory<Program>
{
    private const string Pin = "483920";
    private const int PeoplePerRole = 3;
    private const string ServerArgument = "--Database:ConnectionString=";

    public static string DatabaseIn(DirectoryInfo data) => Path.Combine(data.FullName, "hemc101.db");

    /// <summary>The file in the folder, unless the arguments name a server.</summary>
    public static DatabaseAddress AddressIn(DirectoryInfo data, IReadOnlyList<string> arguments) =>
        arguments.FirstOrDefault(argument => argument.StartsWith(ServerArgument, StringComparison.Ordinal)) is { } server
            ? DatabaseAddress.OfServer(server[ServerArgument.Length..])
            : DatabaseAddress.OfFile(DatabaseIn(data));

    /// <param name="data">Where database and keys lie.</param>
    /// <param name="arguments">Those the process will be started with: what the past printed goes to the same printer.</param>
    /// <param name="pasts">For each participant who is there already: the steps behind them, the last one a few minutes ago.</param>
    public static Task<FilledSite> FillAsync(
        DirectoryInfo data, IReadOnlyList<string> arguments, params IReadOnlyList<IReadOnlyList<DemoLeg>> pasts) =>
        FillAsync(data, arguments, _ => PeoplePerRole, pasts);

    /// <param name="data">Where database and keys lie.</param>
    /// <param name="arguments">Those the process will be started with: what the past printed goes to the same printer.</param>
    /// <param name="peopleOf">How many have a role.</param>
    /// <param name="pasts">For each participant who is there already: the steps behind them, the last one a few minutes ago.</param>
    public static async Task<FilledSite> FillAsync(
        DirectoryInfo data, IReadOnlyList<string> arguments, Func<Role, int> peopleOf, IReadOnlyList<IReadOnlyList<DemoLeg>> pasts)
    {
        await using (var before = new Database(await MigratedAsync(AddressIn(data, arguments))))
        {
            await Settings.AdoptFirstAsync(before, Adopted, TimeProvider.System.GetUtcNow(), default);
        }

        await using var site = new FreshSite(data, arguments);
        await site.KeepKeysAsync();
        await site.AddHouseAsync();
        var crew = await site.HireAsync(peopleOf);
        await DemoTemplates.ApproveAsync(
            site.Services.GetRequiredService<Database>(), site.Services.GetRequiredService<TemplateDesk>(), crew.Select(member => member.Person), TimeProvider.System.GetUtcNow(), default);
        return new(crew, await site.PlayAsync(crew, pasts));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Directory", data.FullName).UseArguments(arguments);
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
    }

    private static SettingsDesk Settings => new(TimeProvider.System);

    private static StudySettings Adopted { get; } = new() { Version = "test-1", LymphodepletionMinDays = 0, DoseIntervalMinHours = 0, EnrolmentCap = 999 };

    private static async Task<DatabaseAddress> MigratedAsync(DatabaseAddress address)
    {
        await Task.Run(() => Migrator.Migrate(address));
        return address;
    }

    private async Task<CrewMember> HireAsync(Role role, int index)
    {
        await using var scope = Services.CreateAsyncScope();
        var admin = scope.ServiceProvider.GetRequiredService<PersonAdmin>();
        var name = $"{role} {new string('I', index)}";
        var added = await admin.AddAsync(
            name, $"{role}{index}".ToLowerInvariant(), new HashSet<Role> { role }, $"password of {role} {index}", Pin, "ru", default);
        var person = added is PersonChange.Done done ? done.Person : throw new InvalidOperationException($"{name} was not hired: {added}.");
        var account = await PersonAccounts.FindAsync(Services.GetRequiredService<Database>(), person.Number, default);
        return new(person, role, Badge.Text(person.Number, account!.BadgeSerial), Pin);
    }

    private async Task<IReadOnlyList<CrewMember>> HireAsync(Func<Role, int> peopleOf)
    {
        List<CrewMember> crew = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            for (var index = 1; index <= peopleOf(role); index++)
            {
                crew.Add(await HireAsync(role, index));
            }
        }

        return crew;
    }

    private async Task<IReadOnlyList<CoiId>> PlayAsync(IReadOnlyList<CrewMember> crew, IReadOnlyList<IReadOnlyList<DemoLeg>> pasts)
    {
        List<CoiId> chains = [];
        foreach (var past in pasts)
        {
            var began = TimeProvider.System.GetUtcNow() - past.Aggregate(TimeSpan.FromMinutes(2), (sum, leg) => sum + leg.Wait);
            IReadOnlyList<Person> people = [.. crew.Select(member => member.Person)];
            var director = ActivatorUtilities.CreateInstance<DemoDirector>(Services, people, new DemoClock(began));
            var coi = await director.EnrolAsync(new($"Тестов{Ending('ц', chains.Count)}", $"Пётр{Ending('а', chains.Count)}", null, new(1980, 5, 17)), default);
            foreach (var leg in past)
            {
                await director.DoAsync(coi, leg, default);
            }

            chains.Add(coi);
        }

        return chains;
    }

    /// <summary>A name of their own for each, that fits a label.</summary>
    private static string Ending(char letter, int index) => index < 10 ? new string(letter, index) : $"{(char)('а' + (index / 32))}{(char)('а' + (index % 32))}";

    /// <summary>As if copies of the key ring had been proven; with a key, if there is none yet.</summary>
    private async Task KeepKeysAsync()
    {
        Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first").Protect([]);
        await using var uow = await Services.GetRequiredService<Database>().BeginAsync(default);
        await Services.GetRequiredService<EscrowBook>().WriteAsync(
            uow, StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1), Doer.Console, TimeProvider.System.GetUtcNow(), default);
        await uow.CommitAsync(default);
    }

    private async Task AddHouseAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var uow = await Services.GetRequiredService<Database>().BeginAsync(default);
        foreach (var row in DemoHouse.Rows(now.AddDays(-60)).Concat(HouseStock.All.Select(thing => StockRow(thing, now))))
        {
            await HouseThings.AddAsync(uow, row, default);
            await HouseJournal.RegisteredAsync(uow, row, Doer.Console, default);
        }

        await uow.CommitAsync(default);
    }

    private static HouseThingRow StockRow((HouseId Id, MaterialKind? Material) thing, DateTimeOffset now) => new()
    {
        HouseId = thing.Id,
        Kind = thing.Id.Kind,
        NameRu = $"{thing.Id.Kind} {thing.Id.Content}",
        NameEn = $"{thing.Id.Kind} {thing.Id.Content}",
        Status = HouseStatus.Released,
        MaterialKind = thing.Material,
        ExpiresOn = thing.Material is null ? null : MoscowTime.DayOf(now).AddDays(365),
        CreatedAt = now,
    };
}
