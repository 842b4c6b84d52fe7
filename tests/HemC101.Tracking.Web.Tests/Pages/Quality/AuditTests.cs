using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Proofs;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

/// <summary>Two participants: one before the apheresis, one with a thawed bag at the bed.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const string Page = "/Quality/Audit";

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private string Today => MoscowTime.DayOf(_site.Time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"), DemoLeg.UpTo("thaw.end", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Trail_WithoutFilter_IsTheNewestFifty_AndLeadsToEveryOlderEntryOnce()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        List<long> places = [];
        var address = Page;
        while (address is not null)
        {
            using var page = await tablet.GetAsync(address);
            var shown = Places(page);
            Assert.True(shown.Count is > 0 and <= 50);
            places.AddRange(shown);
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(await Trail.LastPositionAsync(_site.Database, default), places.Count);
        Assert.Equal(places.Count, places.Distinct().Count());
    }

    [Fact]
    public async Task Trail_OfAChain_ShowsWhoWhatWhereAndTheSignatures()
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson, "en");

        using var page = await tablet.GetAsync($"{Page}?Of={Coi}");

        var history = await _site.HistoryAsync(Coi);
        Assert.Equal(history.Count, Places(page).Count);
        var opened = page.QuerySelectorAll(".timeline > li")[^1].TextContent;
        Assert.Contains("Enrolled, CoI issued", opened, StringComparison.Ordinal);
        Assert.Contains(_site.Crew(Role.Investigator).Person.FullName, opened, StringComparison.Ordinal);
        Assert.Contains($"{history[0].Act.By}", opened, StringComparison.Ordinal);
        Assert.Contains("Enrolment", opened, StringComparison.Ordinal);
        Assert.Contains("MSK", opened, StringComparison.Ordinal);
        Assert.Equal(history[0].Act.Signatures.Count, page.QuerySelectorAll(".timeline > li")[^1].QuerySelectorAll(".signatures li").Length);
    }

    [Fact]
    public async Task Trail_BySubjectNumber_AndByCoiWithCheck_IsTheSame()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var subject = (await _site.ChainAsync(Coi)).Subject;

        using var bySubject = await tablet.GetAsync($"{Page}?Of={subject}");
        using var byCheck = await tablet.GetAsync($"{Page}?Of={Uri.EscapeDataString(Coi.WithCheck)}");

        Assert.NotEmpty(Places(bySubject));
        Assert.Equal(Places(bySubject), Places(byCheck));
    }

    [Fact]
    public async Task Trail_EachFilter_ShowsItsOwn()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var nurse = _site.Crew(Role.WardNurse).Person.Number;

        await AssertAllAsync(tablet, $"Person={nurse}", entry => entry.Actor == nurse.ToString());
        await AssertAllAsync(tablet, "Station=Ward", entry => entry.Station == "Ward");
        await AssertAllAsync(tablet, "What=BagStored", entry => entry.Type == "BagStored");
        await AssertAllAsync(tablet, "Of=study-settings", entry => entry.Stream == "study-settings");
        await AssertAllAsync(tablet, $"Of={nurse}", entry => entry.Stream == $"person/{nurse}");
        await AssertAllAsync(tablet, $"From={Today}&To={Today}", entry => MoscowTime.DayOf(entry.RecordedAt) == MoscowTime.DayOf(_site.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Trail_OfSettings_IsReadable()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var page = await tablet.GetAsync($"{Page}?Of=study-settings");

        var line = Assert.Single(page.QuerySelectorAll(".timeline > li")).TextContent;
        Assert.Contains("Настройки исследования введены", line, StringComparison.Ordinal);
        Assert.Contains("test-1", line, StringComparison.Ordinal);
        Assert.Contains("Первый запуск", line, StringComparison.Ordinal);
        Assert.DoesNotContain("{", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trail_RefusedScan_IsMarkedWithItsReason()
    {
        using (var nurse = await _site.TabletAsync(Role.ApheresisNurse))
        {
            using var refused = await nurse.ScanAsync(
                Tablet.Step("Apheresis", "collection.identify", Coi), "one", "garbage");
        }

        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var page = await tablet.GetAsync($"{Page}?Of={Coi}&What=ScanRefused");

        var line = Assert.Single(page.QuerySelectorAll(".timeline > li"));
        Assert.NotNull(line.QuerySelector(".mark-stop"));
        Assert.Matches("Unreadable|NotDue", line.TextContent);
    }

    [Theory]
    [InlineData("What=TrailExported")]
    [InlineData("From=2001-01-01&To=2001-01-02")]
    [InlineData("Station=Console&What=BagStored")]
    [InlineData("Of=scanner/nobody")]
    [InlineData("Before=0")]
    [InlineData("Before=99999999")]
    public async Task Trail_NothingFits_SaysSo(string filter)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var page = await tablet.GetAsync($"{Page}?{filter}");

        Assert.Empty(Places(page));
        Assert.Contains("Таких записей нет", page.QuerySelector("[data-nothing]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From=31.02.2026", "Дата введена не так")]
    [InlineData("To=2026-02-31", "Дата введена не так")]
    [InlineData("From=0001-01-01", "Дата введена не так")]
    [InlineData("To=9999-12-31", "Дата введена не так")]
    [InlineData("From=2026-02-02&To=2026-02-01", "позже последнего")]
    [InlineData("Of=nothing", "номера система не знает")]
    [InlineData("Of=chain/1' or '1'='1", "номера система не знает")]
    [InlineData("Of=<script>alert(1)</script>", "номера система не знает")]
    [InlineData("Person=nobody", "Такого варианта")]
    [InlineData("Station=Moon", "Такого варианта")]
    [InlineData("What=Nonsense", "Такого варианта")]
    [InlineData("What=PersonalDataLooked&Person=setup", "Такого варианта")]
    [InlineData("What=PersonalDataLooked&Of=study-settings", "только у участника")]
    [InlineData("What=PersonalDataLooked&Station=Ward", "Рабочее место оставьте")]
    public async Task Trail_BadFilter_SaysWhy_AndShowsNothing(string filter, string why)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var (name, value) = (filter.Split('=', 2)[0], filter.Split('=', 2)[1]);

        using var page = await tablet.GetAsync(filter.Contains('&', StringComparison.Ordinal) ? $"{Page}?{filter}" : $"{Page}?{name}={Uri.EscapeDataString(value)}");

        Assert.Contains(why, page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Places(page));
        Assert.DoesNotContain(page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trail_BeforeNoNumber_IsNotFound()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        Assert.Equal(HttpStatusCode.NotFound, (await tablet.OpenAsync($"{Page}?Before=x")).StatusCode);
    }

    [Fact]
    public async Task Trail_TextOfTheLedger_IsNeverMarkup()
    {
        await AppendAsync("person/A9999000099", "PersonAdded", """{"<b>name</b>":"<img src=x onerror=alert(1)>"}""");
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var page = await tablet.GetAsync(Page);

        var line = page.QuerySelector(".timeline > li")!;
        Assert.Empty(line.QuerySelectorAll("img, b"));
        Assert.Contains("<img src=x onerror=alert(1)>", line.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.WardNurse)]
    [InlineData(Role.QualityControl)]
    [InlineData(Role.Investigator)]
    public async Task Trail_ForOthers_IsClosed_AndSoIsTheExport(Role role)
    {
        using var tablet = await _site.TabletAsync(role);
        var before = _site.Written();

        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.OpenAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.PostAsync(Page, "Export", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.PostAsync(Page, "Review", [])).StatusCode);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Trail_ForTheAdministrator_ShowsNoParticipantsName()
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);

        using var page = await tablet.GetAsync($"{Page}?Of={Coi}");

        Assert.NotEmpty(Places(page));
        Assert.DoesNotContain("Тестов", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("17.05.1980", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_IsTheWholeFilter_AndIsRecordedBeforeItIsSent()
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson);
        var entries = await _site.HistoryAsync(_site.Chains[1]);
        Assert.True(entries.Count > 50);

        using var answer = await tablet.PostAsync(Page, "Export", [("Of", _site.Chains[1].ToString())]);

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches(@"^trail-\d{8}-\d{6}\.csv$", answer.Content.Headers.ContentDisposition.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("nosniff", answer.Headers.GetValues("X-Content-Type-Options"));
        var rows = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(entries.Count + 1, rows.Length);
        Assert.Contains($"chain/{_site.Chains[1]},{entries.Count},", rows[1], StringComparison.Ordinal);
        var record = await LastAsync();
        Assert.Equal(("TrailExported", _site.Crew(Role.QualifiedPerson).Person.Number.ToString(), "Quality"), (record.Type, record.Actor, record.Station));
        Assert.Equal($"audit/{MoscowTime.DayOf(_site.Time.GetUtcNow()).Year}", record.Stream);
        Assert.Contains($"\"Stream\":\"chain/{_site.Chains[1]}\"", record.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfEverything_LeavesItselfOut_AndDefusesFormulas()
    {
        await AppendAsync("person/A9999000099", "PersonAdded", """{"=cmd":"|' /C calc'!A0"}""");
        var before = await Trail.LastPositionAsync(_site.Database, default);
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var answer = await tablet.PostAsync(Page, "Export", []);

        var rows = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(before + 1, rows.Length);
        Assert.StartsWith($"{before},", rows[1], StringComparison.Ordinal);
        Assert.Contains("\"'=cmd: |' /C calc'!A0\"", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Тестов", string.Concat(rows), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Export_BadFilter_SendsNoFile_AndRecordsNothing()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var before = _site.Written();

        using var answer = await tablet.PostAsync(Page, "Export", [("From", "yesterday")]);

        Assert.Contains("Дата введена не так", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Review_Signed_StandsAboveTheTrail_AndSaysWhenThePeriodHasGrown()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var filter = $"{Page}?Of={Coi}&From={Today}&To={Today}";
        using var shown = await tablet.GetAsync(filter);

        using var answer = await ReviewAsync(tablet, shown, _site.Crew(Role.QualityAssurance));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var page = await tablet.GetAsync(answer.Headers.Location!.ToString());
        var review = page.QuerySelector("[aria-labelledby=reviews] li")!;
        Assert.Contains("Reviewed by: " + _site.Crew(Role.QualityAssurance).Person.FullName, review.TextContent, StringComparison.Ordinal);
        Assert.Null(review.QuerySelector(".mark"));
        var record = await LastAsync();
        Assert.Equal("TrailReviewed", record.Type);
        Assert.Contains("\"Meaning\":\"Reviewed\"", record.Data, StringComparison.Ordinal);
        Assert.Contains($"\"LastHash\":\"{(await EventLedger.ReadStreamAsync(_site.Database, $"chain/{Coi}", default))[^1].Hash}\"", record.Data, StringComparison.Ordinal);

        using (var nurse = await _site.TabletAsync(Role.ApheresisNurse))
        {
            using var refused = await nurse.ScanAsync(
                Tablet.Step("Apheresis", "collection.identify", Coi), "one", "garbage");
        }

        using var grown = await tablet.GetAsync(filter);
        Assert.Contains("entries were added", grown.QuerySelector("[aria-labelledby=reviews] .mark-warning")!.TextContent, StringComparison.Ordinal);
        await MissedAttempts.AssertAsync(_site, "audit/%", 1);
    }

    [Fact]
    public async Task Review_SentTwice_IsSignedOnce_AndAnotherFilterWithTheSameFormIsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var shown = await tablet.GetAsync($"{Page}?From={Today}&To={Today}");
        var fields = Fields(shown, _site.Crew(Role.QualityAssurance));

        using var first = await tablet.PostAsync(Page, "Review", fields);
        var before = _site.Written();
        using var again = await tablet.PostAsync(Page, "Review", fields);
        using var other = await tablet.PostAsync(Page, "Review", [.. fields, ("Station", "Ward")]);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("устарела", await Tablet.SaysAsync(other), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Theory]
    [InlineData("wrong pin", "Личность не подтверждена")]
    [InlineData("somebody else", "Вошедший на этом устройстве не подписал")]
    [InlineData("no period", "Подписывают период")]
    [InlineData("tomorrow", "ещё не наступил")]
    [InlineData("nothing there", "подписывать нечего")]
    [InlineData("beyond the end", "устарела")]
    [InlineData("no attempt", "устарела")]
    public async Task Review_NotAsItMustBe_IsRefused_AndNothingIsSigned(string what, string why)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var shown = await tablet.GetAsync($"{Page}?From={Today}&To={Today}");
        var fields = Fields(shown, what == "somebody else" ? _site.Crew(Role.QualityAssurance, 1) : _site.Crew(Role.QualityAssurance)).ToDictionary();
        var tomorrow = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _ = what switch
        {
            "wrong pin" => fields["Proof.Secret"] = "000000",
            "no period" => fields["To"] = "",
            "tomorrow" => fields["To"] = tomorrow,
            "nothing there" => fields["What"] = "TrailExported",
            "beyond the end" => fields["UpTo"] = "99999999",
            "no attempt" => fields["Attempt"] = "",
            _ => "",
        };
        var before = _site.Written();

        using var answer = await tablet.PostAsync(Page, "Review", fields.Select(input => (input.Key, input.Value)));

        Assert.Contains(why, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Review_ByTheQualifiedPerson_IsNotOffered_AndRefused()
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson);
        using var page = await tablet.GetAsync($"{Page}?From={Today}&To={Today}");
        var before = _site.Written();

        using var answer = await tablet.PostAsync(Page, "Review", [("From", Today), ("To", Today)]);

        Assert.Null(page.QuerySelector("form[action*=Review]"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, _site.Written());
    }

    private static List<long> Places(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-place]").Select(line => long.Parse(line.GetAttribute("data-place")!, CultureInfo.InvariantCulture))];

    private static List<(string Name, string Value)> Fields(IHtmlDocument page, CrewMember signer) =>
    [
        .. page.QuerySelector("form[action*=Review]")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Where(input => input.Name != "__RequestVerificationToken").Select(input => (input.Name!, input.Value)),
        ("Proof.Signer", signer.Badge), ("Proof.Secret", signer.Pin),
    ];

    private static Task<HttpResponseMessage> ReviewAsync(Tablet tablet, IHtmlDocument page, CrewMember signer) =>
        tablet.PostAsync(Page, "Review", Fields(page, signer));

    private async Task AssertAllAsync(Tablet tablet, string filter, Func<LedgerEntry, bool> fits)
    {
        var entries = await EventLedger.ReadAfterAsync(_site.Database, 0, 10_000, default);
        var wanted = entries.Where(fits).OrderByDescending(entry => entry.RecordedAt).ThenByDescending(entry => entry.Position).Take(50);

        using var page = await tablet.GetAsync($"{Page}?{filter}");

        Assert.NotEmpty(Places(page));
        Assert.Equal(wanted.Select(entry => entry.Position), Places(page));
    }

    private async Task<LedgerEntry> LastAsync() => (await EventLedger.ReadAfterAsync(_site.Database, await Trail.LastPositionAsync(_site.Database, default) - 1, 1, default))[0];

    private async Task AppendAsync(string stream, string type, string data)
    {
        await using var uow = await _site.Database.BeginAsync(default);
        var at = _site.Time.GetUtcNow();
        await EventLedger.AppendAsync(uow, stream, 0, at, [new NewEntry(type, 1, at, "console", "Console", data)], default);
        await uow.CommitAsync(default);
    }
}
