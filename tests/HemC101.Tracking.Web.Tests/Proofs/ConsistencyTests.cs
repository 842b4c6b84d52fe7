using System.IO.Compression;
using System.Net;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Proofs;

/// <summary>Whoever kept an earlier seal checks with the script and OpenSSL that today's ledger continues it.</summary>
public sealed class ConsistencyTests(ConsistencyTests.SealedSite sealedSite) : IClassFixture<ConsistencyTests.SealedSite>, IDisposable
{
    private const int Last = 262;
    private const int Kept = 258;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-consistency-");
    private readonly LiveSite _site = sealedSite.Site;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(191)]
    [InlineData(192)]
    [InlineData(193)]
    [InlineData(224)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(Kept)]
    [InlineData(Last - 1)]
    [InlineData(Last)]
    public async Task SealThatWasKept_IsContinuedByTheLast(int entries)
    {
        await UnpackAsync(entries);
        var mine = Path.Combine(_folder.FullName, "mine.txt");
        await File.WriteAllTextAsync(mine, (await SealRows.FindAsync(_site.Database, entries, default))!.Text);

        var (code, said) = await ProofScript.RunAsync(_folder, mine);

        Assert.True(code == 0, said);
        Assert.Contains($"PROVEN: 1-{entries}, 1-{Last}", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("earlier.txt")]
    [InlineData("earlier.sig")]
    [InlineData("later.txt")]
    [InlineData("later.sig")]
    [InlineData("hashes.txt")]
    public async Task Bundle_WithOneByteChanged_IsNotProven(string file)
    {
        await UnpackAsync(Kept);
        var path = Path.Combine(_folder.FullName, file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        var (code, said) = await ProofScript.RunAsync(_folder);

        Assert.True(code == 1, said);
        Assert.Contains("NOT PROVEN", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Bundle_WithAHashTooMany_OrTooFew_IsNotProven(int more)
    {
        await UnpackAsync(Kept);
        var path = Path.Combine(_folder.FullName, "hashes.txt");
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllLinesAsync(path, more == 1 ? [.. lines, lines[0]] : lines[..^1]);

        Assert.Equal(1, (await ProofScript.RunAsync(_folder)).Code);
    }

    [Fact]
    public async Task SealOfSomebodyWhoKeptAnother_IsNotProven()
    {
        await UnpackAsync(Kept);
        var mine = Path.Combine(_folder.FullName, "mine.txt");
        await File.WriteAllTextAsync(mine, (await SealRows.FindAsync(_site.Database, Kept + 1, default))!.Text);

        var (code, said) = await ProofScript.RunAsync(_folder, mine);

        Assert.True(code == 1, said);
        Assert.Contains("mine.txt", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SealOfAnotherLedger_IsNotContinuedByThisOne()
    {
        await UnpackAsync(Kept);
        await using var other = await LiveSite.OpenAsync();
        await other.Services.GetRequiredService<Sealer>().SealAsync(default);
        var strange = (await SealRows.FindLastAsync(other.Database, default))!;
        using var keys = new SealKeys();
        keys.Add(await SealRows.ListKeysAsync(other.Database, default));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "earlier.txt"), strange.Text);
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "earlier.sig"), strange.Signature);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "earlier.pem"), keys.ById.Values.Single().Pem);

        Assert.Equal(1, (await ProofScript.RunAsync(_folder)).Code);
    }

    [Fact]
    public async Task Page_GivesTheProof_AndSaysWhenThereIsNoSuchSeal()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var given = await tablet.PostAsync("/Administration/Seals", "Consistency", [("entries", "258")]);
        using var none = await tablet.PostAsync("/Administration/Seals", "Consistency", [("entries", "5000")]);
        var page = await tablet.GetAsync("/Administration/Seals");

        Assert.Equal("application/zip", given.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, none.StatusCode);
        Assert.Contains("no seal over exactly 5000 entries", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task UnpackAsync(long entries)
    {
        var zip = await _site.Services.GetRequiredService<ConsistencyBundle>().MakeAsync(entries, default);
        await using var archive = new ZipArchive(new MemoryStream(zip!));
        archive.ExtractToDirectory(_folder.FullName, overwriteFiles: true);
    }

    /// <summary>Sealed after each of its last entries.</summary>
    public sealed class SealedSite : IAsyncLifetime
    {
        internal LiveSite Site { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Site = await LiveSite.OpenAsync();
            var sealer = Site.Services.GetRequiredService<Sealer>();
            for (var version = 0; await SealRows.EntriesAsync(Site.Database, default) < Last; version++)
            {
                await AppendAsync(version);
                await sealer.SealAsync(default);
            }
        }

        public Task DisposeAsync() => Site.DisposeAsync().AsTask();

        private async Task AppendAsync(int version)
        {
            await using var uow = await Site.Database.BeginAsync(default);
            var at = DateTimeOffset.UnixEpoch.AddYears(57);
            await EventLedger.AppendAsync(uow, "test", version, at, [new NewEntry("Tested", 1, at, "S000000001", "test", $"{{\"n\":{version}}}")], default);
            await uow.CommitAsync(default);
        }
    }
}
