using System.Globalization;
using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Proofs;
using static HemC101.Tracking.Web.Tests.Administration.SettingsForms;

namespace HemC101.Tracking.Web.Tests.Administration;

/// <summary>Settings are proposed, compared, signed and in force, over HTTP; one participant waits for the apheresis.</summary>
public sealed class SettingsPagesTests : IAsyncLifetime
{
    private const string Settings = "/Administration/Settings";

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private CrewMember Investigator => _site.Crew(Role.Investigator);

    private CrewMember Assurance => _site.Crew(Role.QualityAssurance);

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Issued_ByInvestigatorAndQuality_IsInForce_ShownAndRecordedWithTheNextStep()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);

        using var issued = await IssueAsync(tablet, [Investigator, Assurance], "2026-2", ("v:thaw.max", "12"));

        Assert.True(issued.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(issued));
        using var courier = await _site.TabletAsync(Role.Courier, "en");
        using var page = await courier.GetAsync(Settings);
        Assert.Contains("12 min", page.QuerySelector("[data-setting='thaw.max']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("version 2026-2", page.QuerySelector("[data-setting='thaw.max']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("version test-1", page.QuerySelector("[data-setting='thaw.after']")!.TextContent, StringComparison.Ordinal);
        var version = page.QuerySelector("[data-version='2026-2']")!;
        Assert.Contains("15 min → 12 min", version.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, version.QuerySelectorAll(".signatures li").Length);
        Assert.DoesNotContain("differs from what was signed", version.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$=NewSettings]"));
        Assert.Equal("2026-2", await NextStepsVersionAsync());
    }

    [Fact]
    public async Task Issued_StandsInTheTrail_AndTheSiteVerifies()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var issued = await IssueAsync(tablet, [_site.Crew(Role.QualifiedPerson), Assurance], "2026-2", ("v:spec.viability.min", "72,5"), ("v:fill.tolerance", "0,1"));

        using var page = await tablet.GetAsync("/Quality/Audit?Of=study-settings&What=StudySettingsIssued");

        var line = page.QuerySelector(".timeline > li")!.TextContent;
        Assert.Contains("70 % → 72,5 %", line, StringComparison.Ordinal);
        Assert.Contains(Assurance.Person.FullName, line, StringComparison.Ordinal);
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(session, [], default)).First);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
        await MissedAttempts.AssertAsync(_site, "study-settings", 1);
    }

    [Theory]
    [InlineData("v:thaw.after", "10", "не умещаются в срок после размораживания")]
    [InlineData("v:thaw.after", "скоро", "введите число")]
    [InlineData("v:enrolment.age-min", "17", "допустимо от 18 до 120")]
    [InlineData("v:thaw.max", "15", "Ни одно значение не изменено")]
    [InlineData("Version", "test-1", "Версия с таким именем уже была")]
    [InlineData("Version", "<b>2</b>", "Дайте версии имя")]
    [InlineData("Document", "Приказ № 5", "латинские буквы, цифры")]
    [InlineData("From", "2001-01-01T10:00", "уже прошло")]
    public async Task Proposal_ThatCannotBe_IsRefusedInWords_WithWhatWasTyped(string field, string value, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        IReadOnlyList<(string, string)> changes = field.StartsWith("v:", StringComparison.Ordinal) ? [(field, value)] : [("v:thaw.max", "12"), (field, value)];
        var before = _site.Written();

        using var answer = await CheckAsync(tablet, await FilledAsync(tablet, "2026-2", changes));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        using var page = await People.Desk.PageAsync(answer);
        Assert.Equal(value, page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("form[action*=Issue]"));
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task ImpossibleSet_PostedPastThePage_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        using var answer = await CheckAsync(tablet, await FilledAsync(tablet, "2026-2", ("v:thaw.max", "12")));
        using var toSign = await People.Desk.PageAsync(answer);
        var before = _site.Written();

        using var sent = await SendAsync(tablet, [.. Signed(toSign, Investigator, Assurance).Where(field => field.Name != "v:thaw.after"), ("v:thaw.after", "10")]);

        Assert.Contains("не умещаются", await Tablet.SaysAsync(sent), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Signers_WhoMayNot_OrAreOne_OrAreNotThere_AreRefused()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        (string Name, string Value)[] change = [("v:thaw.max", "12")];

        using var twice = await IssueAsync(tablet, [Investigator, Investigator], "a", change);
        using var wrongRole = await IssueAsync(tablet, [Investigator, _site.Crew(Role.Investigator, 1)], "b", change);
        using var absent = await IssueAsync(tablet, [_site.Crew(Role.Investigator, 1), Assurance], "c", change);
        using var wrongPin = await IssueAsync(tablet, [Investigator, Assurance with { Pin = "000000" }], "d", change);

        Assert.Contains("один и тот же", await Tablet.SaysAsync(twice), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("роль", await Tablet.SaysAsync(wrongRole), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Вошедший на этом устройстве не подписал", await Tablet.SaysAsync(absent), StringComparison.Ordinal);
        Assert.Contains("Личность не подтверждена", await Tablet.SaysAsync(wrongPin), StringComparison.Ordinal);
        Assert.Single(await EventLedger.ReadStreamAsync(_site.Database, "study-settings", default));
    }

    [Fact]
    public async Task ManufacturingValue_NeedsTheQualifiedPerson()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        using var answer = await CheckAsync(tablet, await FilledAsync(tablet, "2026-2", ("v:thaw.max", "12"), ("v:dose.max", "140")));
        using var toSign = await People.Desk.PageAsync(answer);

        Assert.Equal(3, toSign.QuerySelectorAll("fieldset.signature").Length);
        using var two = await SendAsync(tablet, Signed(toSign, Investigator, Assurance));
        Assert.Equal(HttpStatusCode.OK, two.StatusCode);
        using var three = await SendAsync(tablet, Signed(toSign, Investigator, _site.Crew(Role.QualifiedPerson), Assurance));

        Assert.True(three.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(three));
    }

    [Fact]
    public async Task TwoAtOnce_OneWins_TheOtherReadsWhich()
    {
        using var here = await _site.TabletAsync(Role.Investigator);
        using var there = await _site.TabletAsync(Role.QualityAssurance);
        using var mine = await People.Desk.PageAsync(await CheckAsync(here, await FilledAsync(here, "mine", ("v:thaw.max", "12"))));
        using var theirs = await People.Desk.PageAsync(await CheckAsync(there, await FilledAsync(there, "theirs", ("v:ready.hours", "20"))));

        var answers = await Task.WhenAll(SendAsync(here, Signed(mine, Investigator, Assurance)), SendAsync(there, Signed(theirs, Investigator, Assurance)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var said = await Tablet.SaysAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Matches("выпущена версия «(mine|theirs)». Ничего не выпущено", said);
        Assert.Equal(2, (await EventLedger.ReadStreamAsync(_site.Database, "study-settings", default)).Count);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task SentTwice_IsOneVersion()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        using var toSign = await People.Desk.PageAsync(await CheckAsync(tablet, await FilledAsync(tablet, "2026-2", ("v:thaw.max", "12"))));

        using var first = await SendAsync(tablet, Signed(toSign, Investigator, Assurance));
        using var second = await SendAsync(tablet, Signed(toSign, Investigator, Assurance));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, (await EventLedger.ReadStreamAsync(_site.Database, "study-settings", default)).Count);
    }

    [Fact]
    public async Task VersionForLater_IsShownAsComing_AndRulesWhenItsTimeComes()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        var from = MoscowText(_site.Time.GetUtcNow().AddHours(2));

        using var issued = await IssueAsync(tablet, [Investigator, Assurance], "later", ("v:thaw.max", "12"), ("From", from));

        Assert.True(issued.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(issued));
        using (var page = await tablet.GetAsync(Settings))
        {
            Assert.NotNull(page.QuerySelector("[data-coming=later]"));
            Assert.Contains("15 мин", page.QuerySelector("[data-setting='thaw.max']")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("test-1", await NextStepsVersionAsync());
        _site.Time.Advance(TimeSpan.FromHours(2));
        await tablet.SignInAgainAsync(Investigator);
        using var then = await tablet.GetAsync(Settings);
        Assert.Null(then.QuerySelector("[data-coming=later]"));
        Assert.Contains("12 мин", then.QuerySelector("[data-setting='thaw.max']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("later", await NextStepsVersionAsync());
    }

    [Fact]
    public async Task ComingVersion_IsWithdrawnByAnEarlierOne_WhichIsSaidBefore()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        using var planned = await IssueAsync(
            tablet, [Investigator, Assurance], "planned", ("v:thaw.max", "12"), ("From", MoscowText(_site.Time.GetUtcNow().AddDays(2))));

        using var toSign = await People.Desk.PageAsync(await CheckAsync(tablet, await FilledAsync(tablet, "now", ("v:ready.hours", "20"), ("Urgent", "true"))));
        Assert.Contains("Отменит версию «planned»", toSign.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var issued = await SendAsync(tablet, Signed(toSign, Investigator, Assurance));

        using var page = await tablet.GetAsync(Settings);
        Assert.Contains("отменена более поздней", page.QuerySelector("[data-version=planned]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-version=now] .mark-stop"));
        Assert.Null(page.QuerySelector("[data-coming]"));
    }

    [Fact]
    public async Task Values_CanBeChangedAgain_BeforeAnybodySigns()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);
        using var toSign = await People.Desk.PageAsync(await CheckAsync(tablet, await FilledAsync(tablet, "2026-2", ("v:thaw.max", "12"), ("v:site.scanner-required", "true"))));

        using var answer = await tablet.PostAsync(Page, "Edit", Signed(toSign));

        using var form = await People.Desk.PageAsync(answer);
        Assert.Equal("12", form.QuerySelector("[name='v:thaw.max']")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("[name='v:site.scanner-required']")!.HasAttribute("checked"));
        Assert.NotNull(form.QuerySelector("form[action*=Check]"));
    }

    /// <summary>The version that the next recorded event of the chain names.</summary>
    private async Task<string> NextStepsVersionAsync()
    {
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse);
        using var refused = await nurse.ScanAsync(Tablet.Step("Apheresis", "collection.identify", Coi), Guid.NewGuid().ToString("N"), "garbage");
        return (await _site.HistoryAsync(Coi))[^1].Act.SettingsVersion;
    }

    private static string MoscowText(DateTimeOffset moment) =>
        moment.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
