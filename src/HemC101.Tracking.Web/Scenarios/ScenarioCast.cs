using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Who a scenario can be about, and who can take part in it: the demonstration's crews, and one whose two roles tempt the rules.</summary>
internal static class ScenarioCast
{
    public const string First = "A";

    /// <summary>Synthetic, as everybody here.</summary>
    private static readonly Dictionary<string, PersonalData> Participants = new()
    {
        [First] = new("Андреев", "Антон", "Аркадьевич", new DateOnly(1980, 5, 17)),
        ["B"] = new("Борисова", "Белла", "Богдановна", new DateOnly(1974, 8, 3)),
        ["C"] = new("Власов", "Виктор", null, new DateOnly(1991, 11, 29)),
    };

    public static IReadOnlyList<DemoPerson> Crew { get; } =
    [
        .. DemoPeople.All,
        new("Сергеева Алла Юрьевна", "sergeeva", Role.LabOperator, "318640") { AlsoRoles = [Role.QualifiedPerson] },
    ];

    public static IEnumerable<string> ParticipantNames => Participants.Keys;

    public static PersonalData Participant(string name) => Participants[name];

    /// <summary>A user name, a role, or a role with a number from 2: <c>WardNurse2</c>.</summary>
    public static bool IsKnown(string name) => Crew.Any(person => person.UserName == name) || RoleOf(name) is var (role, at) && Holders(role).Count() >= at;

    /// <returns>As their accounts are now, in the order of the crew.</returns>
    public static async Task<IReadOnlyList<Person>> ListAsync(Source source, CancellationToken ct)
    {
        var accounts = (await PersonAccounts.ListAsync(source, ct)).Where(account => account.Active).ToDictionary(account => account.UserName, StringComparer.Ordinal);
        return [.. Crew.Select(person => accounts.GetValueOrDefault(person.UserName)?.Person).OfType<Person>()];
    }

    /// <param name="name">Known.</param>
    public static async Task<PersonAccount> GetAsync(Source source, string name, CancellationToken ct)
    {
        var user = RoleOf(name) is var (role, at) ? Holders(role).ElementAt(at - 1).UserName : name;
        return (await PersonAccounts.ListAsync(source, ct)).First(account => account.UserName == user);
    }

    private static (Role Role, int At)? RoleOf(string name)
    {
        var digit = name is [.., var last] && char.IsAsciiDigit(last);
        return Enum.TryParse<Role>(digit ? name[..^1] : name, out var role) && !char.IsAsciiDigit(name[0]) ? (role, digit ? name[^1] - '0' : 1) : null;
    }

    private static IEnumerable<DemoPerson> Holders(Role role) => Crew.Where(person => person.Role == role);
}
