using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>On the files of a site that was stopped.</summary>
public sealed class ProofCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-proofs-");
    private CoiId _coi;

    private string DatabaseFile => FreshSite.DatabaseIn(_data);

    private string Deposit => Path.Combine(_data.FullName, "deposit");

    public async Task InitializeAsync() => _coi = (await FreshSite.FillAsync(_data, [], DemoLeg.UpTo("apheresis.order"))).Chains[0];

    public Task DisposeAsync()
    {
        _data.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Verify_AfterSealing_CountsTheSealsAndNamesTheKey()
    {
        Assert.Equal(ExitCode.Good, (await RunAsync("seal", "--to", Deposit)).Code);

        var (code, answer, _) = await RunAsync("verify", "--seals", Deposit);

        Assert.Equal(ExitCode.Good, code);
        Assert.Matches(@"Seals that fit: 1, 1 ", answer);
        Assert.Matches("Key of the seals: [0-9a-f]{64}", answer);
    }

    [Fact]
    public async Task Verify_LedgerRewrittenWithAllItsHashes_NamesTheEntriesByTheSeal()
    {
        await RunAsync("seal", "--to", Deposit);
        await RewriteLastAsync();

        var (code, _, error) = await RunAsync("verify", "--seals", Deposit);

        Assert.Equal(ExitCode.No, code);
        Assert.Contains("are not those that were sealed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DepositThatIsNotThere_IsUnusable()
    {
        var (code, _, error) = await RunAsync("verify", "--seals", Deposit);

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("deposit of seals cannot be read", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_OfAChain_IsWritten()
    {
        var file = Path.Combine(_data.FullName, "evidence.zip");

        Assert.Equal(ExitCode.Good, (await RunAsync("evidence", _coi.ToString(), "--to", file)).Code);
        Assert.True(new FileInfo(file).Length > 1_000);
    }

    [Fact]
    public async Task Consistency_WithTheSealOfToday_IsWritten_AndWithNoSeal_Refused()
    {
        await RunAsync("seal", "--to", Deposit);
        var entries = Path.GetFileNameWithoutExtension(Directory.GetFiles(Deposit, "seal-*.txt").Single())["seal-".Length..];
        var file = Path.Combine(_data.FullName, "consistency.zip");

        var (none, _, error) = await RunAsync("consistency", "1", "--to", file);

        Assert.Equal(ExitCode.No, none);
        Assert.Contains("no seal over exactly 1 entries", error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        Assert.Equal(ExitCode.Good, (await RunAsync("consistency", entries, "--to", file)).Code);
        Assert.True(new FileInfo(file).Length > 1_000);
    }

    [Theory]
    [InlineData("CHA999926999999", ExitCode.No)]
    [InlineData("nonsense", ExitCode.No)]
    public async Task Evidence_OfNoChain_IsRefused(string coi, int expected)
    {
        var file = Path.Combine(_data.FullName, "evidence.zip");

        Assert.Equal(expected, (await RunAsync("evidence", coi, "--to", file)).Code);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Seal_OfARewrittenLedger_IsRefused_AndNothingOfItLeaves()
    {
        var (deposit, file) = (Path.Combine(_data.FullName, "deposit"), Path.Combine(_data.FullName, "evidence.zip"));
        Assert.Equal(ExitCode.Good, (await RunAsync("seal", "--to", deposit)).Code);
        var deposited = Directory.GetFiles(deposit);
        await RewriteLastAsync();
        Assert.Equal(ExitCode.Good, (await Terminal.RunAsync(
            "a long password\n483920\n", "user", "add", "--name=Белов Пётр", "--user", "belov", "--roles", "Courier", "--database", DatabaseFile)).Code);

        var sealing = await RunAsync("seal", "--to", deposit);
        var evidence = await RunAsync("evidence", _coi.ToString(), "--to", file);

        Assert.All([sealing, evidence], answer =>
        {
            Assert.Equal(ExitCode.No, answer.Code);
            Assert.Contains("not those that were sealed", answer.Error, StringComparison.Ordinal);
        });
        Assert.Equal(deposited, Directory.GetFiles(deposit));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Seal_OfALedgerWhoseSealsWereTakenAway_IsStoppedByTheDeposit()
    {
        var deposit = Path.Combine(_data.FullName, "deposit");
        Assert.Equal(ExitCode.Good, (await RunAsync("seal", "--to", deposit)).Code);
        await RewriteLastAsync("drop trigger seal_refuses_delete; delete from seal;");

        var (code, _, error) = await RunAsync("seal", "--to", deposit);

        Assert.Equal(ExitCode.No, code);
        Assert.Contains("not those that were sealed", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seal")]
    [InlineData("evidence CHA999926000001 --to x.zip")]
    public async Task Signing_WithoutTheKeyRing_SaysWhatIsMissing(string line)
    {
        Directory.Move(Path.Combine(_data.FullName, "keys"), Path.Combine(_data.FullName, "elsewhere"));

        var (code, _, error) = await RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("--keys", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Out, string Error)> RunAsync(params string[] args) => Terminal.RunAsync("", [.. args, "--database", DatabaseFile]);

    /// <summary>Somebody with every right, who also computes the hashes anew.</summary>
    private async Task RewriteLastAsync(string more = "")
    {
        await using var database = new Database(DatabaseFile);
        var last = (await EventLedger.ReadAfterAsync(database, 0, int.MaxValue, default))[^1] with { Actor = "A999900000X" };
        var hash = Tracking.Ledger.LedgerHash.Of(last);
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of identifiers and a hash.
        command.CommandText = $"""
            drop trigger ledger_refuses_update; drop trigger stream_head_refuses_step_back;
            update ledger set actor = 'A999900000X', hash = '{hash}' where position = {last.Position};
            update stream_head set hash = '{hash}' where stream = '{last.Stream}';
            {more}
            """;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
