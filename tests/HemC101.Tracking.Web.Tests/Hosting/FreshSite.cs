using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>
/// Fills the data folder of a site before its process starts: three people of every role, lots, devices, positions, boxes and seals,
/// and settings without a waiting time between the doses, since a test cannot wait eighteen hours.
/// </summary>
internal sealed class FreshSite(DirectoryInfo data) : WebApplicationFactory<Program>
{
    private const string Pin = "483920";
    private const int PeoplePerRole = 3;

    public static string DatabaseIn(DirectoryInfo data) => Path.Combine(data.FullName, "hemc101.db");

    public static async Task<IReadOnlyList<CrewMember>> FillAsync(DirectoryInfo data)
    {
        await using (var before = new Database(await MigratedAsync(data)))
        {
            await Settings.AdoptFirstAsync(before, new StudySettings { Version = "test-1", DoseIntervalMinHours = 0 }, TimeProvider.System.GetUtcNow(), default);
        }

        await using var site = new FreshSite(data);
        await site.AddHouseAsync();
        List<CrewMember> crew = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            for (var index = 1; index <= PeoplePerRole; index++)
            {
                crew.Add(await site.HireAsync(role, index));
            }
        }

        return crew;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Directory", data.FullName);
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
    }

    private static SettingsDesk Settings => new();

    private static async Task<string> MigratedAsync(DirectoryInfo data)
    {
        var path = DatabaseIn(data);
        await Task.Run(() => Migrator.Migrate(path));
        return path;
    }

    private async Task<CrewMember> HireAsync(Role role, int index)
    {
        await using var scope = Services.CreateAsyncScope();
        var admin = scope.ServiceProvider.GetRequiredService<PersonAdmin>();
        var name = $"{role} {Latin(index)}";
        var added = await admin.AddAsync(
            name, $"{role}{index}".ToLowerInvariant(), new HashSet<Role> { role }, $"password of {role} {index}", Pin, "ru", default);
        var number = Assert.IsType<PersonChange.Done>(added).Person.Number;
        var account = await PersonAccounts.FindAsync(Services.GetRequiredService<Database>(), number, default);
        return new(role, name, Badge.Text(number, account!.BadgeSerial), Pin);
    }

    private static string Latin(int index) => new('I', index);

    private async Task AddHouseAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var uow = await Services.GetRequiredService<Database>().BeginAsync(default);
        foreach (var thing in House.All)
        {
            await HouseThings.AddAsync(
                uow,
                new HouseThingRow
                {
                    HouseId = thing.Id,
                    Kind = thing.Id.Kind,
                    NameRu = $"{thing.Id.Kind} {thing.Id.Content}",
                    NameEn = $"{thing.Id.Kind} {thing.Id.Content}",
                    Status = HouseStatus.Released,
                    MaterialKind = thing.Material,
                    ExpiresOn = thing.Material is null ? null : MoscowTime.DayOf(now).AddDays(365),
                    CreatedAt = now,
                },
                default);
        }

        await uow.CommitAsync(default);
    }
}
