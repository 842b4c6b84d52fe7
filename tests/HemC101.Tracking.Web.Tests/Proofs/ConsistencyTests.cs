using System.IO.Compression;
using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Proofs;

/// <summary>Whoever kept an earlier seal checks with the script and OpenSSL that today's ledger continues it.</summary>
public sealed class ConsistencyTests(ConsistencyTests.SealedSite site) : IClassFixture<ConsistencyTests.SealedSite>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-consistency-");
    private readonly ECDsa _strangersKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Of a seal somewhere in between, whose tree is not whole.</summary>
    private long Kept => site.Whole + 2;

    public void Dispose()
    {
        _strangersKey.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <param name="offset">From a tree that is whole, which 2, 4, 8 … entries make.</param>
    [Theory]
    [InlineData(-8)]
    [InlineData(-4)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(SealedSite.Beyond)]
    public async Task SealThatWasKept_IsContinuedByTheLast(int offset)
    {
        var entries = site.Whole + offset;
        await UnpackAsync(entries);

        var (code, said) = await ProofScript.RunAsync(_folder, await KeepAsync(entries));

        Assert.True(code == 0, said);
        Assert.Contains($"PROVEN: 1-{entries}, 1-{site.Whole + SealedSite.Beyond}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("NOTE", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCopyOfOnesOwn_IsSaid()
    {
        await UnpackAsync(Kept);

        var (code, said) = await ProofScript.RunAsync(_folder);

        Assert.True(code == 0, said);
        Assert.Contains("no copy of yours was named", said, StringComparison.Ordinal);
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
        var path = PathOf(file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await AssertNotProvenAsync("");
    }

    [Fact]
    public async Task Bundle_WithAHashTooMany_IsNotProven()
    {
        await UnpackAsync(Kept);
        await File.AppendAllTextAsync(PathOf("hashes.txt"), Convert.ToBase64String(Digest.Zero.ToBytes()));

        await AssertNotProvenAsync("hashes.txt");
    }

    [Fact]
    public async Task Bundle_WithAHashTooFew_IsNotProven()
    {
        await UnpackAsync(Kept);
        await File.WriteAllLinesAsync(PathOf("hashes.txt"), (await File.ReadAllLinesAsync(PathOf("hashes.txt")))[..^1]);

        await AssertNotProvenAsync("hashes.txt");
    }

    [Fact]
    public async Task SealOfSomebodyWhoKeptAnother_IsNotProven()
    {
        await UnpackAsync(Kept);

        var (code, said) = await ProofScript.RunAsync(_folder, await KeepAsync(Kept + 1));

        Assert.True(code == 1, said);
        Assert.Contains("mine.txt", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("earlier")]
    [InlineData("later")]
    public async Task SealOverOtherEntries_OfTheSameNumber_IsNotProven(string which)
    {
        await UnpackAsync(Kept);
        var seal = SealText.TryParse(await File.ReadAllTextAsync(PathOf($"{which}.txt")))!;
        await ForgeAsync(which, seal with { Root = MerkleTree.Leaf(seal.Root) });

        await AssertNotProvenAsync($"{which}.txt");
    }

    /// <summary>Signed all the same: by whoever has the key, or by a stranger whose key nobody compared yet.</summary>
    [Theory]
    [InlineData("later", "0123")]
    [InlineData("later", "18446744073709551621")]
    [InlineData("later", "1")]
    [InlineData("later", "-5")]
    [InlineData("later", "work[$(touch broken-in)]")]
    [InlineData("earlier", "0")]
    [InlineData("earlier", "")]
    [InlineData("earlier", "7\nentries 8")]
    public async Task SealWithANumberThatIsNone_IsNotProven(string which, string entries)
    {
        await UnpackAsync(Kept);
        var text = (await File.ReadAllTextAsync(PathOf($"{which}.txt"))).Split('\n');
        text[1] = $"entries {entries}";
        await ForgeAsync(which, string.Join('\n', text));

        await AssertNotProvenAsync($"{which}.txt");
        await AssertNotProvenAsync($"{which}.txt", shell: "bash");
        Assert.False(File.Exists(PathOf("broken-in")));
    }

    [Fact]
    public async Task SignedTextThatIsNoSeal_IsNotProven()
    {
        await UnpackAsync(Kept);
        await ForgeAsync("later", (await File.ReadAllTextAsync(PathOf("later.txt"))).Replace("seal 1", "list 1", StringComparison.Ordinal));

        await AssertNotProvenAsync("later.txt");
    }

    [Fact]
    public async Task SealsOfTwoKeys_AreProven_AndItIsSaid()
    {
        await UnpackAsync(Kept);
        await ForgeAsync("earlier", SealText.TryParse(await File.ReadAllTextAsync(PathOf("earlier.txt")))!);

        var (code, said) = await ProofScript.RunAsync(_folder);

        Assert.True(code == 0, said);
        Assert.Contains("signed with different keys", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_GivesTheProof_AndSaysWhenThereIsNoSuchSeal()
    {
        using var tablet = await site.Site.TabletAsync(Role.QualityAssurance, "en");

        using var given = await tablet.PostAsync("/Administration/Seals", "Consistency", [("entries", $"{Kept}")]);
        using var none = await tablet.PostAsync("/Administration/Seals", "Consistency", [("entries", "5000")]);
        var page = await tablet.GetAsync("/Administration/Seals");

        Assert.Equal("application/zip", given.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, none.StatusCode);
        Assert.Contains("no seal over exactly 5000 entries", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task AssertNotProvenAsync(string what, string shell = "sh")
    {
        var (code, said) = await ProofScript.RunInAsync(shell, _folder);

        Assert.True(code == 1, said);
        Assert.Contains($"NOT PROVEN: {what}", said, StringComparison.Ordinal);
    }

    private async Task UnpackAsync(long entries)
    {
        var zip = await site.Site.Services.GetRequiredService<ConsistencyBundle>().MakeAsync(entries, default);
        await using var archive = new ZipArchive(new MemoryStream(zip!));
        archive.ExtractToDirectory(_folder.FullName, overwriteFiles: true);
    }

    /// <returns>Where somebody kept their copy of a seal.</returns>
    private async Task<string> KeepAsync(long entries)
    {
        await File.WriteAllTextAsync(PathOf("mine.txt"), (await SealRows.FindAsync(site.Site.Database, entries, default))!.Text);
        return PathOf("mine.txt");
    }

    private Task ForgeAsync(string name, SealText seal) => ForgeAsync(name, seal.ToString());

    private async Task ForgeAsync(string name, string text)
    {
        var lines = text.Split('\n');
        lines[Array.FindIndex(lines, line => line.StartsWith("key ", StringComparison.Ordinal))] = $"key {Digest.Of(_strangersKey.ExportSubjectPublicKeyInfo())}";
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        await File.WriteAllBytesAsync(PathOf($"{name}.txt"), bytes);
        await File.WriteAllBytesAsync(
            PathOf($"{name}.sig"), _strangersKey.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        await File.WriteAllTextAsync(PathOf($"{name}.pem"), _strangersKey.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Sealed after each of its last entries, some of them before and some after its tree was whole.</summary>
    public sealed class SealedSite : IAsyncLifetime
    {
        public const int Beyond = 6;

        private const int Before = 8;

        internal LiveSite Site { get; private set; } = null!;

        /// <summary>A power of two.</summary>
        public long Whole { get; private set; }

        public async Task InitializeAsync()
        {
            Site = await LiveSite.OpenAsync();
            var sealer = Site.Services.GetRequiredService<Sealer>();
            var entries = await SealRows.EntriesAsync(Site.Database, default);
            Whole = (long)BitOperations.RoundUpToPowerOf2((ulong)(entries + Before + 1));
            for (var version = 0; entries < Whole + Beyond; version++, entries++)
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
