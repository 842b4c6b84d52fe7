using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>ASP.NET Core Identity's view of the table <c>person</c>. Lock-out is not here: see <see cref="SecretCheck"/>.</summary>
internal sealed class PersonStore(Database database, AccountRecord record) : IUserPasswordStore<PersonAccount>, IUserSecurityStampStore<PersonAccount>
{
    private static readonly IdentityErrorDescriber Errors = new();

    public async Task<IdentityResult> CreateAsync(PersonAccount user, CancellationToken cancellationToken)
    {
        user.ConcurrencyStamp = NewStamp();
        await using var work = await database.BeginAsync(cancellationToken);
        if (!await PersonAccounts.AddAsync(work, user, cancellationToken))
        {
            return IdentityResult.Failed(Errors.DuplicateUserName(user.UserName));
        }

        await record.AddedAsync(work, user, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(PersonAccount user, CancellationToken cancellationToken)
    {
        await using var work = await database.BeginAsync(cancellationToken);
        var before = await PersonAccounts.FindAsync(work, user.StaffNo, cancellationToken);
        if (!await PersonAccounts.ChangeAsync(work, user, NewStamp(), cancellationToken))
        {
            return IdentityResult.Failed(Errors.ConcurrencyFailure());
        }

        await record.ChangedAsync(work, before!, user, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <exception cref="NotSupportedException">Always: signatures of people who left must stay readable. Deactivate instead.</exception>
    public Task<IdentityResult> DeleteAsync(PersonAccount user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A person is deactivated, never deleted.");

    public async Task<PersonAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        StaffNumber.TryParse(userId, null, out var staffNo) ? await PersonAccounts.FindAsync(database, staffNo, cancellationToken) : null;

    public Task<PersonAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        PersonAccounts.FindByNameAsync(database, normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.StaffNo.ToString());

    public Task<string?> GetUserNameAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(PersonAccount user, string? userName, CancellationToken cancellationToken)
    {
        user.UserName = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(PersonAccount user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalizedUserName = normalizedName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.PasswordHash);

    public Task SetPasswordHashAsync(PersonAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash ?? "";
        return Task.CompletedTask;
    }

    public Task<bool> HasPasswordAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<string?> GetSecurityStampAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(PersonAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
