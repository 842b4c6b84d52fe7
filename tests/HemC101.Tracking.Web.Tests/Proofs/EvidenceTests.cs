using System.IO.Compression;
using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Proofs;

/// <summary>What leaves the site is checked as an outsider would: unpacked, with its own script and OpenSSL.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-evidence-");
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"), DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Bundle_AsItCame_IsProven()
    {
        await UnpackAsync();

        var (code, said) = await VerifyAsync();

        Assert.True(code == 0, said);
        Assert.Contains($"PROVEN: {(await _site.HistoryAsync(Coi)).Count}", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entries/*.json")]
    [InlineData("entries/*.bin")]
    [InlineData("entries/*.path")]
    [InlineData("seal.txt")]
    [InlineData("seal.sig")]
    [InlineData("files.txt")]
    [InlineData("chain.pdf")]
    [InlineData("README.txt")]
    public async Task Bundle_WithOneByteChanged_IsNotProven(string file)
    {
        await UnpackAsync();
        var path = Find(file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        var (code, said) = await VerifyAsync();

        Assert.True(code == 1, said);
        Assert.Contains("NOT PROVEN", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_WithoutOneOfItsEntries_IsNotProven()
    {
        await UnpackAsync();
        File.Delete(Find("entries/*.bin"));

        Assert.Equal(1, (await VerifyAsync()).Code);
    }

    [Fact]
    public async Task Bundle_SignedBySomebodyElse_HasAnotherKey()
    {
        await using var other = await LiveSite.OpenAsync();
        await other.Services.GetRequiredService<Sealer>().SealAsync(default);
        using var keys = new SealKeys();
        keys.Add(await Tracking.Storage.Seals.SealRows.ListKeysAsync(other.Database, default));
        await UnpackAsync();
        await File.WriteAllTextAsync(Find("public-key.pem"), keys.ById.Values.Single().Pem);

        Assert.Equal(1, (await VerifyAsync()).Code);
    }

    [Fact]
    public async Task Bundle_HoldsNoNameOfAParticipant()
    {
        await UnpackAsync();
        var chain = await _site.ChainAsync(Coi);
        var vault = _site.Services.GetRequiredService<PersonalDataVault>();
        var person = (await vault.OpenAsync(_site.Database, chain.Subject, chain.PersonalDataHash, default))!;

        Assert.All(
            Directory.EnumerateFiles(_folder.FullName, "*.json", SearchOption.AllDirectories),
            path => Assert.DoesNotContain(person.Surname, File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.QualityAssurance, HttpStatusCode.OK)]
    [InlineData(Role.QualifiedPerson, HttpStatusCode.OK)]
    [InlineData(Role.WardNurse, HttpStatusCode.Forbidden)]
    public async Task Page_GivesItToQualityAlone(Role role, HttpStatusCode expected)
    {
        using var tablet = await _site.TabletAsync(role);

        using var answer = await tablet.PostAsync($"/Chains/{Coi}/Evidence", handler: null, []);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, answer.Content.Headers.ContentType?.MediaType == "application/zip");
    }

    [Fact]
    public async Task Page_ForAChainThatIsNone_IsNotFound()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await tablet.PostAsync("/Chains/CHA999926999999/Evidence", handler: null, []);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task SealsPage_SealsOnDemandAndShowsTheKey()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var answer = await tablet.PostAsync("/Administration/Seals", handler: null, []);
        var page = await tablet.GetAsync("/Administration/Seals");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("seal", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("BEGIN PUBLIC KEY", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
    }

    private async Task UnpackAsync()
    {
        var zip = await _site.Services.GetRequiredService<EvidenceBundle>().MakeAsync(Coi, default);
        await using var archive = new ZipArchive(new MemoryStream(zip!));
        archive.ExtractToDirectory(_folder.FullName);
    }

    private string Find(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(_folder.FullName, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).Order(StringComparer.Ordinal).First();

    private Task<(int Code, string Said)> VerifyAsync() => ProofScript.RunAsync(_folder);
}
