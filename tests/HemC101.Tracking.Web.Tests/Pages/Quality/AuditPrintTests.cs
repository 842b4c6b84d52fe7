using System.Net;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Audit;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

/// <summary>The trail as PDF.</summary>
public sealed class AuditPrintTests : IAsyncLifetime
{
    private const string Page = "/Quality/Audit";

    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"), DemoLeg.UpTo("collection.complete"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task Print_OfAChain_HoldsEveryEntry_AndEndsWithWhatTheLedgerKnows()
    {
        var by = _site.Crew(Role.QualifiedPerson).Person;
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson);
        var reached = await Trail.LastPositionAsync(_site.Database, default);

        using var answer = await tablet.PostAsync(Page, "Print", [("Of", _site.Chains[0].ToString())]);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches(@"^trail-\d{8}-\d{6}\.pdf$", answer.Content.Headers.ContentDisposition.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var text = PdfText.WordsOf(await answer.Content.ReadAsByteArrayAsync());
        var entries = await EventLedger.ReadStreamAsync(_site.Database, $"chain/{_site.Chains[0]}", default);
        Assert.All(entries, entry => Assert.Contains($"SHA-256 {$"{entry.Hash}"[..16]}…", text, StringComparison.Ordinal));
        Assert.Contains($"что: {_site.Chains[0]}", text, StringComparison.Ordinal);
        Assert.Contains($"Выгрузил(а): {by.FullName} ({by.Number}), ", text, StringComparison.Ordinal);
        Assert.Contains("страница 1 из ", text, StringComparison.Ordinal);
        Assert.Contains("HemC101-01-01", text, StringComparison.Ordinal);
        Assert.Contains("бейдж и PIN", text, StringComparison.Ordinal);
        Assert.Contains(
            $"Записей: {entries.Count}. Журнал доходил до записи {reached}. Последняя запись здесь: {entries[^1].Position}, SHA-256 {entries[^1].Hash}.",
            text, StringComparison.Ordinal);
        Assert.DoesNotContain("Тестов", text, StringComparison.OrdinalIgnoreCase);
        var record = await LastAsync();
        Assert.Equal(("TrailExported", by.Number.ToString()), (record.Type, record.Actor));
        Assert.Contains("\"Format\":\"pdf\"", record.Data, StringComparison.Ordinal);
        Assert.Contains($"\"UpTo\":{reached}", record.Data, StringComparison.Ordinal);
    }

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task Print_InEnglish_SaysOldAndNew_AndKeepsHostileTextAsText()
    {
        await AppendAsync("person/A9999000099", ("RolesChanged", """{"From":["WardNurse"],"To":["QualityControl"],"x":"<b>)Tj \u202e\u0007 конец"}"""));
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var answer = await tablet.PostAsync(Page, "Print", [("What", "RolesChanged")]);

        var text = PdfText.WordsOf(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("kind of entry: Roles changed", text, StringComparison.Ordinal);
        Assert.Contains("was: WardNurse; became: QualityControl", text, StringComparison.Ordinal);
        Assert.Contains("<b>)Tj", text, StringComparison.Ordinal);
        Assert.Contains("Entries: 1.", text, StringComparison.Ordinal);
        Assert.Contains("page 1 of 1", text, StringComparison.Ordinal);
    }

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task Print_OfACorrectedValue_SaysSo_AtTheEntryAndAtItsSignatures()
    {
        var coi = _site.Chains[1];
        var chain = await _site.ChainAsync(coi);
        var volume = chain.Past.SelectMany(entry => Recorded.Of(chain, entry)).First(value => value.Member == "VolumeMl");
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse);
        using var done = await nurse.TakeAsync(
            Tablet.Step("Quality", "record.correct", coi, volume.Target), "one", [_site.Crew(Role.ApheresisNurse), _site.Crew(Role.ApheresisPhysician)],
            ("value", "123"), ("reason", "misread"), ("document", ""));
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var answer = await tablet.PostAsync(Page, "Print", [("Of", coi.ToString()), ("What", "CollectionCompleted")]);

        var text = PdfText.WordsOf(await answer.Content.ReadAsByteArrayAsync());
        var made = (await _site.HistoryAsync(coi))[^1].Version;
        Assert.Contains($"Corrected: № {made}: volume, mL: {volume.Old} → 123; Misread", text, StringComparison.Ordinal);
        Assert.Contains($"Signed on an earlier version; corrected afterwards: № {made}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_BadFilter_SendsNoFile_AndRecordsNothing()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var before = _site.Written();

        using var answer = await tablet.PostAsync(Page, "Print", [("To", "31.02.2026")]);

        Assert.Contains("Дата введена не так", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Print_MoreThanPaperHolds_IsRefusedInWords_AndRecordsNothing()
    {
        await AppendAsync("person/A9999000099", [.. Enumerable.Range(0, ExportTrail.MostOnPaper + 1).Select(i => ("BadgeReplaced", $$"""{"Serial":{{i}}}"""))]);
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var before = _site.Written();

        using var answer = await tablet.PostAsync(Page, "Print", [("What", "BadgeReplaced")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(ExportTrail.TooLong.Ru, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    private async Task<LedgerEntry> LastAsync() => (await EventLedger.ReadAfterAsync(_site.Database, await Trail.LastPositionAsync(_site.Database, default) - 1, 1, default))[0];

    private async Task AppendAsync(string stream, params IReadOnlyList<(string Type, string Data)> entries)
    {
        await using var uow = await _site.Database.BeginAsync(default);
        var at = _site.Time.GetUtcNow();
        await EventLedger.AppendAsync(uow, stream, 0, at, [.. entries.Select(entry => new NewEntry(entry.Type, 1, at, "console", "Console", entry.Data))], default);
        await uow.CommitAsync(default);
    }
}
