using System.Security.Cryptography;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Printing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registered = HemC101.Tracking.Storage.Registry.Participants;

namespace HemC101.Tracking.Web.Tests.Participants;

/// <summary>One participant and one text under the first key; then comes another key, and the first is lost, revoked, brought back.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private const string Words = "озноб через двадцать минут";

    private PrintRoom _room = null!;
    private ChainState _first = null!;
    private Guid _old;

    private PersonalDataVault Vault => _room.Get<PersonalDataVault>();

    private string Ring => Path.Combine(Path.GetDirectoryName(_room.Printed)!, "keys");

    private string OldKey => Path.Combine(Ring, $"key-{_old}.xml");

    public async Task InitializeAsync()
    {
        _room = await PrintRoom.OpenAsync();
        _first = await _room.EnrolAsync();
        _old = Assert.Single(_room.Get<IKeyManager>().GetAllKeys()).KeyId;
        var (record, _) = RecordValues.Parse([TextField.Remark], _ => Words);
        await _room.WriteAsync(async uow =>
        {
            var key = await Vault.Texts.KeyAsync(uow, _room.Time.GetUtcNow(), default);
            await Vault.Texts.KeepAsync(uow, ChainStreams.StreamOf(_first.Coi), FreeTextVault.Identify(record, "one", key), _room.Time.GetUtcNow(), default);
            return true;
        });
        await RotateAsync();
    }

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task NewKey_OldNamesAndTextsOpen_AndNewOnesAreSealedUnderIt()
    {
        var second = await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = "Новикова" });

        var rows = (await Registered.ListAsync(_room.Database, default)).ToDictionary(row => row.SubjectNo, row => PersonalDataVault.KeyOf(row.PersonalData));
        Assert.Equal(_old, rows[_first.Subject]);
        Assert.NotEqual(_old, rows[second.Subject]);
        Assert.Contains(rows[second.Subject], _room.Get<IKeyManager>().GetAllKeys().Select(key => key.KeyId));
        Assert.Equal("Иванова", (await NameAsync(_first))!.Surname);
        Assert.Equal("Новикова", (await NameAsync(second))!.Surname);
        Assert.Equal(Words, Vault.Texts.Open(Assert.Single(await FreeTexts.ListAsync(_room.Database, default))));
        await CheckAsync();
    }

    [Fact]
    public async Task OldKeyLost_IsSaidByItsName_TheLedgerIsWhole_AndACopyBringsTheNamesBack()
    {
        await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = "Новикова" });
        var copy = Path.Combine(Path.GetDirectoryName(Ring)!, "copy.xml");
        File.Move(OldKey, copy);
        _room = await _room.ReopenAsync();

        await Assert.ThrowsAsync<CryptographicException>(() => NameAsync(_first));
        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(CheckAsync);
        Assert.Contains($"1 of 2 participants do not open. The key {_old} is lost or was revoked", refused.Text.En, StringComparison.Ordinal);
        Assert.Contains($"key-{_old}.xml", refused.Text.Ru, StringComparison.Ordinal);
        await AssertLedgerIsWholeAsync();

        File.Move(copy, OldKey);
        _room = await _room.ReopenAsync();

        await CheckAsync();
        Assert.Equal("Иванова", (await NameAsync(_first))!.Surname);
        Assert.Equal(Words, Vault.Texts.Open(Assert.Single(await FreeTexts.ListAsync(_room.Database, default))));
    }

    [Fact]
    public async Task OldKeyRevoked_OpensNothing_UntilTheRevocationIsTakenAway()
    {
        _room.Get<IKeyManager>().RevokeKey(_old, "a test");
        _room = await _room.ReopenAsync();

        await Assert.ThrowsAsync<CryptographicException>(() => NameAsync(_first));
        Assert.Contains("was revoked", (await Assert.ThrowsAsync<DatabaseUnusableException>(CheckAsync)).Text.En, StringComparison.Ordinal);
        await AssertLedgerIsWholeAsync();

        File.Delete(Assert.Single(Directory.GetFiles(Ring, "revocation-*.xml")));
        _room = await _room.ReopenAsync();

        await CheckAsync();
        Assert.Equal("Иванова", (await NameAsync(_first))!.Surname);
    }

    [Fact]
    public async Task Text_WhoseKeyIsLost_LeavesTheHistoryReadable()
    {
        var id = (await FreeTexts.ListAsync(_room.Database, default)).Single().TextId;
        var said = (await ChainStreams.HistoryAsync(_room.Database, _first.Coi, default))[0];
        var happened = said with { Act = said.Act with { Remark = id } };
        Assert.Equal(Words, (await Vault.Texts.OpenAsync(_room.Database, [happened], default))[id]);

        File.Delete(OldKey);
        _room = await _room.ReopenAsync();

        Assert.Empty(await Vault.Texts.OpenAsync(_room.Database, [happened], default));
    }

    /// <summary>Of the keys whose day has come the latest seals.</summary>
    private async Task RotateAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        _room.Get<IKeyManager>().CreateNewKey(now, now.AddDays(365));
        _room = await _room.ReopenAsync();
        await using var uow = await _room.Database.BeginAsync(default);
        await _room.Get<EscrowBook>().WriteAsync(uow, PrintRoom.Coordinator.Number, House.Doer.Console, _room.Time.GetUtcNow(), default);
        await uow.CommitAsync(default);
    }

    private Task<PersonalData?> NameAsync(ChainState chain) => Vault.OpenAsync(_room.Database, chain.Subject, chain.PersonalDataHash, default);

    private Task CheckAsync()
    {
        var services = _room.Get<IServiceProvider>();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:KeyRing", Ring)]).Build();
        return new KeyRingCheck(_room.Database, Vault, ActivatorUtilities.CreateInstance<SealKey>(services), settings).RunAsync(default);
    }

    private async Task AssertLedgerIsWholeAsync()
    {
        await using var session = await _room.Database.ReadAsync(default);
        var report = await EventLedger.VerifyAsync(session, [], default);
        Assert.Null(report.First);
        Assert.True(report.Rows > 0);
        Assert.NotEmpty(await ChainStreams.HistoryAsync(_room.Database, _first.Coi, default));
    }
}
