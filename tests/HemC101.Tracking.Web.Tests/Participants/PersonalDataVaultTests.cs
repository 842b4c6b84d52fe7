using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Printing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Registered = HemC101.Tracking.Storage.Registry.Participants;

namespace HemC101.Tracking.Web.Tests.Participants;

public sealed class PersonalDataVaultTests : IAsyncLifetime
{
    private PrintRoom _room = null!;

    private PersonalDataVault Vault => _room.Get<PersonalDataVault>();

    public async Task InitializeAsync() => _room = await PrintRoom.OpenAsync();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public void HashOf_TheSamePersonTwice_IsTwoHashes_AndNoneOfThemWithoutTheSalt()
    {
        var (once, again) = (Ivanova(), Ivanova());

        Assert.NotEqual(PersonalDataVault.HashOf(once), PersonalDataVault.HashOf(again));
        Assert.NotEqual(PersonalDataVault.HashOf(once), PersonalDataVault.HashOf(once with { Salt = "" }));
        Assert.Equal(PersonalDataVault.HashOf(once), PersonalDataVault.HashOf(once with { }));
    }

    [Fact]
    public async Task Verify_StoredData_AgreeWithTheHashInTheLedger_AlsoUnderANewKey()
    {
        var chain = await _room.EnrolAsync(Ivanova());
        var now = TimeProvider.System.GetUtcNow();
        _room.Get<IKeyManager>().CreateNewKey(now, now.AddDays(90));

        _room = await _room.ReopenAsync();

        Assert.Equal(2, _room.Get<IKeyManager>().GetAllKeys().Count);
        Assert.Equal(chain.PersonalDataHash, PersonalDataVault.HashOf((await Vault.OpenAsync(_room.Database, chain.Subject, chain.PersonalDataHash, default))!).ToString());
        Assert.Null(await Vault.OpenAsync(_room.Database, chain.Subject, PersonalDataVault.HashOf(Ivanova()).ToString(), default));
    }

    /// <summary>It was opened before, and is kept open: for these bytes and this hash alone.</summary>
    [Fact]
    public async Task Open_AfterTheStoredDataWereReplaced_GivesWhatIsThereNow_OrNothing()
    {
        var chain = await _room.EnrolAsync(Ivanova());
        var corrected = Ivanova() with { Surname = "Петрова" };
        Assert.Equal("Иванова", (await OpenAsync(chain.PersonalDataHash))?.Surname);
        Assert.Null(await OpenAsync(PersonalDataVault.HashOf(corrected).ToString()));

        await _room.WriteAsync(uow => Registered.ReplacePersonalDataAsync(
            uow, chain.Subject, Vault.Seal(corrected), PersonalDataVault.HashOf(corrected), "digest", null, default));

        Assert.Null(await OpenAsync(chain.PersonalDataHash));
        Assert.Equal("Петрова", (await OpenAsync(PersonalDataVault.HashOf(corrected).ToString()))?.Surname);
        Assert.Equal("Петрова", (await OpenAsync(PersonalDataVault.HashOf(corrected).ToString()))?.Surname);

        Task<PersonalData?> OpenAsync(string hash) => Vault.OpenAsync(_room.Database, chain.Subject, hash, default);
    }

    [Fact]
    public async Task Open_AfterTheDataOfAnotherWerePutInItsPlace_GivesNothing()
    {
        var chain = await _room.EnrolAsync(Ivanova());
        var other = await _room.EnrolAsync(Ivanova() with { Surname = "Петрова" });
        Assert.NotNull(await Vault.OpenAsync(_room.Database, chain.Subject, chain.PersonalDataHash, default));
        Assert.NotNull(await Vault.OpenAsync(_room.Database, other.Subject, other.PersonalDataHash, default));
        var row = (await Registered.FindAsync(_room.Database, other.Subject, default))!;

        await _room.WriteAsync(uow => Registered.ReplacePersonalDataAsync(
            uow, chain.Subject, row.PersonalData, Digest.Parse(chain.PersonalDataHash, null), "digest", null, default));

        Assert.Null(await Vault.OpenAsync(_room.Database, chain.Subject, chain.PersonalDataHash, default));
    }

    [Fact]
    public async Task Print_AfterSomebodyChangedTheName_IsWithheld()
    {
        var chain = await _room.EnrolAsync(Ivanova());
        var forged = new PersonalData("Петрова", "Анна", null, new DateOnly(1990, 1, 1));
        await _room.WriteAsync(uow => Registered.ReplacePersonalDataAsync(
            uow, chain.Subject, Vault.Seal(forged), PersonalDataVault.HashOf(forged), "digest", null, default));

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync());

        var job = await _room.JobAsync(1);
        Assert.Equal(PrintJobState.Withheld, job.State);
        Assert.Contains("хеш не совпадает", job.LastError, StringComparison.Ordinal);
        Assert.Empty(_room.Files());
    }

    [Theory]
    [InlineData("Иванова", "Елена", "Юрьевна", "1984-02-29", true)]
    [InlineData(" ИВАНОВА ", "елена", "Юрьевна", "1984-02-29", true)]
    [InlineData("Иванова", "Елена", null, "1984-02-29", false)]
    [InlineData("Иванова", "Елена", "Юрьевна", "1984-02-28", false)]
    public async Task SamePerson_IsFoundAgain_AlsoByTheNextProcess(string surname, string given, string? patronymic, string born, bool same)
    {
        var first = await DigestAsync(Ivanova());

        _room = await _room.ReopenAsync();

        var second = await DigestAsync(new PersonalData(surname, given, patronymic, DateOnly.Parse(born, null)));
        Assert.Equal(same, first == second);
    }

    [Fact]
    public async Task SamePerson_ЁIsЕ() => Assert.Equal(
        await DigestAsync(Ivanova() with { Surname = "Королёва" }), await DigestAsync(Ivanova() with { Surname = "Королева" }));

    /// <summary>Nothing that is known of a site makes the digest: another site gets another one.</summary>
    [Fact]
    public async Task SamePerson_OnAnotherSite_IsAnotherDigest()
    {
        await using var other = await PrintRoom.OpenAsync();

        Assert.NotEqual(await DigestAsync(Ivanova()), await DigestAsync(Ivanova(), other));
    }

    [Fact]
    public async Task Enrol_TheSamePersonAgain_IsRefused()
    {
        await _room.EnrolAsync(Ivanova());

        var refused = Assert.IsType<EnrolOutcome.Refused>(await _room.TryEnrolAsync(Ivanova()));

        Assert.Equal("known-person", Assert.Single(refused.Reasons).Code);
    }

    private static PersonalData Ivanova() => new("Иванова", "Елена", "Юрьевна", new DateOnly(1984, 2, 29));

    private Task<string> DigestAsync(PersonalData data, PrintRoom? room = null) => (room ?? _room).WriteAsync(
        uow => (room ?? _room).Get<PersonalDataVault>().SamePerson.DigestAsync(uow, data, _room.Time.GetUtcNow(), default));
}
