using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

internal static class Anybody
{
    public static readonly DateTimeOffset Then = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    public static PersonAccount New(int number = 1, string? userName = null) => new()
    {
        StaffNo = StaffNumber.Issue(FacilityNumber.Parse("A9999"), number),
        UserName = userName ?? $"user{number}",
        NormalizedUserName = (userName ?? $"user{number}").ToUpperInvariant(),
        FullName = "Ёлкина Жанна Юрьевна",
        Roles = new HashSet<Role> { Role.WardNurse, Role.Courier },
        Language = "ru",
        PasswordHash = "password-hash",
        PinHash = "pin-hash",
        PinState = SecretState.Given,
        PasswordState = SecretState.Leaked,
        BadgeSerial = PrintSerial.Issue(number),
        SecurityStamp = "stamp",
        ConcurrencyStamp = "first",
        CreatedAt = Then,
    };

    public static async Task<PersonAccount> AddedAsync(Database database)
    {
        var account = New();
        await using var work = await database.BeginAsync(default);
        Assert.True(await PersonAccounts.AddAsync(work, account, default));
        await work.CommitAsync(default);
        return account;
    }
}
