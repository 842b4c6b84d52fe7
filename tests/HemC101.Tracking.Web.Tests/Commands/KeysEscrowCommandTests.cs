using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>The drill on a site with one participant: two copies of its key ring, two people.</summary>
public sealed class KeysEscrowCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-escrow-");

    private string Ring => Path.Combine(_data.FullName, "keys");

    private string First => Path.Combine(_data.FullName, "safe");

    private string Second => Path.Combine(_data.FullName, "bank");

    public async Task InitializeAsync()
    {
        await FreshSite.FillAsync(_data, [], DemoLeg.UpTo("apheresis.order"));
        Copy(First);
        Copy(Second);
    }

    public Task DisposeAsync()
    {
        _data.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Escrow_WithTwoGoodCopiesAndTwoPeople_IsInTheLedger()
    {
        var (code, answer, error) = await EscrowAsync();

        Assert.True(code == ExitCode.Good, answer + error);
        Assert.Contains("Names checked: 1", answer, StringComparison.Ordinal);
        var last = (await EntriesAsync())[^1];
        Assert.Equal("KeysEscrowed", last.Type);
        Assert.All(Directory.GetFiles(Ring, "key-*.xml"), file => Assert.Contains(Path.GetFileNameWithoutExtension(file)["key-".Length..], last.Data, StringComparison.Ordinal));
        Assert.DoesNotContain(_data.FullName, last.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escrow_OfACopyThatLacksAKey_OrHoldsAnother_NamesIt()
    {
        var key = Path.Combine(Second, Path.GetFileName(Directory.GetFiles(Ring, "key-*.xml")[0]));
        await File.AppendAllTextAsync(key, " ");
        await RefusesAsync("does not hold the key", await EscrowAsync());

        File.Delete(key);
        await RefusesAsync("does not hold the key", await EscrowAsync());

        Directory.Delete(Second, recursive: true);
        await RefusesAsync("There is no folder", await EscrowAsync());
    }

    [Fact]
    public async Task Escrow_OfOneCopyNamedTwice_OrOfTheRingItself_IsRefused()
    {
        await RefusesAsync("three different folders", await EscrowAsync(second: First));
        await RefusesAsync("three different folders", await EscrowAsync(first: Ring));
    }

    [Theory]
    [InlineData("administrator1", "qualityassurance1", "password of Administrator 1\nwrong", "Identity not confirmed")]
    [InlineData("administrator1", "administrator1", "password of Administrator 1\npassword of Administrator 1", "The same person signed twice")]
    [InlineData("wardnurse1", "qualityassurance1", "password of WardNurse 1\npassword of QualityAssurance 1", "may not sign")]
    [InlineData("administrator1", "qualityassurance1", "", "Both parts are needed")]
    public async Task Escrow_SignedByTheWrongPeople_LeavesNothing(string by, string witness, string passwords, string reason) =>
        await RefusesAsync(reason, await EscrowAsync(by: by, witness: witness, passwords: passwords));

    private async Task RefusesAsync(string reason, (int Code, string Out, string Error) run)
    {
        Assert.Equal(ExitCode.No, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(await EntriesAsync());
    }

    private Task<(int Code, string Out, string Error)> EscrowAsync(
        string? first = null, string? second = null, string by = "administrator1", string witness = "qualityassurance1",
        string passwords = "password of Administrator 1\npassword of QualityAssurance 1") =>
        Terminal.RunAsync(
            passwords, "keys", "escrow", "--copy", first ?? First, "--second", second ?? Second, "--by", by, "--witness", witness,
            "--database", FreshSite.DatabaseIn(_data));

    private async Task<IReadOnlyList<Tracking.Ledger.LedgerEntry>> EntriesAsync()
    {
        await using var database = new Database(FreshSite.DatabaseIn(_data));
        return await EventLedger.ReadStreamAsync(database, "site/keys", default);
    }

    private void Copy(string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(Ring))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
