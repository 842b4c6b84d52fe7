using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>A collection stands at the laboratory's door; two operators check it apart. Another one waits for its participant at the chair.</summary>
public abstract class IndependentCheckSite : IAsyncLifetime
{
    /// <summary>Temperatures that stand nowhere else.</summary>
    private protected static readonly (string Name, string Value)[] Found =
        [("seal_good", "true"), ("min_c", "-87.4"), ("max_c", "-86.5"), ("papers", "true"), ("legible", "true")];

    private protected LiveSite Site { get; private set; } = null!;

    private protected CoiId Coi => Site.Chains[0];

    public async Task InitializeAsync() =>
        Site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.hand-over"), DemoLeg.UpTo("collection.start"), DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await Site.DisposeAsync();

    private protected static IEnumerable<(string, string)> Signed(string who, string secret) => [("Signers[0].Signer", who), ("Signers[0].Secret", secret)];

    private protected static async Task<List<string>> TextsAsync(HttpResponseMessage evidence)
    {
        using var zip = new ZipArchive(await evidence.Content.ReadAsStreamAsync());
        List<string> texts = [];
        foreach (var file in zip.Entries)
        {
            using var reader = new StreamReader(file.Open());
            texts.Add(await reader.ReadToEndAsync());
        }

        return texts;
    }

    /// <summary>Whatever quality may take away of the chain.</summary>
    private protected async Task<List<(string From, string Said)>> CopiesAsync(Tablet quality)
    {
        using var printed = await quality.PostAsync("/Quality/Audit", "Print", [("Of", Coi.ToString())]);
        using var export = await quality.PostAsync("/Quality/Audit", "Export", [("Of", Coi.ToString())]);
        using var evidence = await quality.PostAsync($"/Chains/{Coi}/Evidence", handler: null, []);
        using var zip = new ZipArchive(await evidence.Content.ReadAsStreamAsync());
        using var report = new MemoryStream();
        using (var entry = zip.GetEntry("chain.pdf")!.Open())
        {
            await entry.CopyToAsync(report);
        }

        return
        [
            ("trail.pdf", PdfText.WordsOf(await printed.Content.ReadAsByteArrayAsync())),
            ("trail.csv", await export.Content.ReadAsStringAsync()),
            ("chain.pdf", PdfText.WordsOf(report.ToArray())),
            ("chain", (await quality.GetAsync($"/Chains/{Coi}")).Body!.TextContent),
        ];
    }

    private protected static int Times(string what, string said) => said.Split(what).Length - 1;

    private protected async Task<string> HalfAsync() =>
        $"/Chains/{Coi}/Half/{(await Site.HistoryAsync(Coi)).Last(happened => happened.What is FirstCheckFinished).Version}";

    private protected CrewMember Operator(int index) => Site.Crew(Role.LabOperator, index);

    private protected async Task<string> StepAsync() => Tablet.Step("Transport", "collection.receive", Coi, (await Site.ChainAsync(Coi)).Collections[0].Donation.ToString());

    private protected async Task CloseFirstAsync(string attempt = "attempt-0")
    {
        using var first = await ScannedAsync(0, attempt: attempt);
        using var closed = await TakeAsync(first, 0, attempt);
        Assert.True(closed.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(closed));
    }

    private protected async Task<Tablet> ScannedAsync(int who, string language = "ru", string? attempt = null)
    {
        var tablet = await Site.TabletAsync(Role.LabOperator, language, who);
        var collection = (await Site.ChainAsync(Coi)).Collections[0];
        foreach (var raw in new[] { $"{collection.Seal}", $"{collection.Box}", await Site.CollectionSymbolAsync(Coi) })
        {
            using var taken = await tablet.ScanAsync(await StepAsync(), attempt ?? $"attempt-{who}", raw);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        }

        return tablet;
    }

    private protected Task<HttpResponseMessage> TakeAsync(Tablet tablet, int who, params (string Name, string Value)[] other) =>
        TakeAsync(tablet, who, $"attempt-{who}", other);

    private protected async Task<HttpResponseMessage> TakeAsync(Tablet tablet, int who, string attempt, params (string Name, string Value)[] other) =>
        await tablet.TakeAsync(
            await StepAsync(), attempt, [Operator(who)], [.. Found.Where(field => other.All(changed => changed.Name != field.Name)), .. other]);

    private protected async Task AssertSoundAsync()
    {
        Assert.Null((await EventLedger.VerifyAsync(Site.Database, default)).First);
        Assert.Null(await CheckAsync());
    }

    private protected async Task<DivergedRow?> CheckAsync()
    {
        await using var moment = await Site.Database.ReadAsync(default);
        return await ProjectionCheck.FindAsync(moment, default);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand above.")]
    private protected void Forge(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Site.Database.Address.Name};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
