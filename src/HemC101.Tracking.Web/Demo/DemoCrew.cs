using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.Demo;

/// <summary>One member of the demonstration's crews with what opens their account.</summary>
public sealed record DemoActor(Person Person, DemoPerson Secrets, DemoCode Badge);

/// <summary>The demonstration's crews, as their accounts are now.</summary>
internal static class DemoCrew
{
    /// <returns>Without those whose account was closed.</returns>
    public static async Task<IReadOnlyList<DemoActor>> ListAsync(Source source, CancellationToken ct)
    {
        var accounts = (await PersonAccounts.ListAsync(source, ct)).Where(account => account.Active)
            .ToDictionary(account => account.UserName, StringComparer.Ordinal);
        return
        [
            .. from secrets in DemoPeople.All
               let account = accounts.GetValueOrDefault(secrets.UserName)
               where account is not null
               select new DemoActor(account.Person, secrets, DemoCode.Badge(account)),
        ];
    }

    /// <summary>Opens the accounts at a moment of the past.</summary>
    public static async Task<IReadOnlyList<Person>> HireAsync(
        IServiceProvider services, DemoClock clock, IReadOnlyList<DemoPerson> people, CancellationToken ct)
    {
        var record = ActivatorUtilities.CreateInstance<AccountRecord>(services, clock);
        IUserStore<PersonAccount> store = ActivatorUtilities.CreateInstance<PersonStore>(services, record);
        using var users = ActivatorUtilities.CreateInstance<UserManager<PersonAccount>>(services, store);
        var admin = new PersonAdmin(services.GetRequiredService<Database>(), users, services.GetRequiredService<BadgeNumbers>(), clock);
        List<Person> crew = [];
        foreach (var person in people)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            crew.Add(await HireAsync(admin, person, ct));
        }

        return crew;
    }

    private static async Task<Person> HireAsync(PersonAdmin admin, DemoPerson person, CancellationToken ct) =>
        await admin.AddAsync(person.FullName, person.UserName, (HashSet<Role>)[person.Role, .. person.AlsoRoles], person.Password, person.Pin, "ru", ct) switch
        {
            PersonChange.Done done => done.Person,
            PersonChange.Refused refused => throw new InvalidOperationException($"{person.UserName}: {string.Join(" ", refused.Reasons)}"),
            var other => throw new InvalidOperationException($"Unexpected answer {other}."),
        };
}
