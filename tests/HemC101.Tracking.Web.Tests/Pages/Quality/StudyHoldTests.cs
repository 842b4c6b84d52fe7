using System.Net;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

/// <summary>X-29 over HTTP; one participant waits for the apheresis.</summary>
public sealed class StudyHoldTests : IAsyncLifetime
{
    private const string Page = "/Quality/StudyHold";

    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Placed_ByOne_IsShownEverywhere_AndReleasedByTwoOthers()
    {
        using var quality = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var physician = await _site.TabletAsync(Role.Investigator, "en");

        using var placed = await PlaceAsync(quality, "a-1", Role.QualityAssurance);

        Assert.Equal(HttpStatusCode.Redirect, placed.StatusCode);
        using var home = await physician.GetAsync("/");
        Assert.Contains("THE STUDY IS ON HOLD", home.Body!.TextContent, StringComparison.Ordinal);
        using var step = await physician.GetAsync($"/Apheresis/Step/apheresis.order/{_site.Chains[0]}");
        Assert.Contains("The study is on hold", step.Body!.TextContent, StringComparison.Ordinal);
        using var enrol = await physician.GetAsync("/Enrolment/New");
        Assert.Contains("The study is on hold", enrol.Body!.TextContent, StringComparison.Ordinal);
        using var page = await physician.GetAsync(Page);
        Assert.Contains((await _site.ChainAsync(_site.Chains[0])).Subject.ToString(), page.Body!.TextContent, StringComparison.Ordinal);

        using var own = await ReleaseAsync(physician, "a-2", _site.Crew(Role.Investigator), _site.Crew(Role.QualityAssurance));
        Assert.Contains("others than those who placed it", await Tablet.SaysAsync(own), StringComparison.Ordinal);
        using var released = await ReleaseAsync(physician, "a-3", _site.Crew(Role.Investigator), _site.Crew(Role.QualifiedPerson));

        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        using var after = await physician.GetAsync("/");
        Assert.DoesNotContain("THE STUDY IS ON HOLD", after.Body!.TextContent, StringComparison.Ordinal);
        await SoundAsync();
        await MissedAttempts.AssertAsync(_site, "study-settings", 2);
    }

    /// <summary>By itself: every group is called at once, whether anybody looks at a page or not.</summary>
    [Fact]
    public async Task Placed_CallsEveryGroup_UntilTheStudyGoesOn()
    {
        var clocks = _site.Services.GetRequiredService<AlarmClocks>();
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        using var placed = await PlaceAsync(quality, "a-1", Role.QualityAssurance);

        await clocks.LookAsync(default);
        await clocks.LookAsync(default);

        var raised = await AlarmRows.ListOpenAsync(_site.Database, default);
        Assert.Equal(Enum.GetValues<AlarmGroup>(), raised.Select(row => row.AlarmGroup).Order());
        Assert.All(raised, row => Assert.Equal((AlarmKind.StudyHeld, null, row.RaisedAt), (row.Kind, row.Coi, row.NextAt)));
        using var page = await quality.GetAsync("/Alarms");
        Assert.Equal(3, page.QuerySelectorAll("[data-alarm=StudyHeld]").Count(card => card.TextContent.Contains("Всё исследование", StringComparison.Ordinal)));
        await SoundAsync();

        using var physician = await _site.TabletAsync(Role.Investigator);
        using var released = await ReleaseAsync(physician, "a-3", _site.Crew(Role.Investigator), _site.Crew(Role.QualifiedPerson));
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        await clocks.LookAsync(default);
        Assert.Empty(await AlarmRows.ListOpenAsync(_site.Database, default));
        using var again = await PlaceAsync(quality, "a-4", Role.QualityAssurance);
        await clocks.LookAsync(default);
        Assert.Equal(3, (await AlarmRows.ListOpenAsync(_site.Database, default)).Select(row => row.AlarmKey).Except(raised.Select(row => row.AlarmKey)).Count());
        await SoundAsync();
    }

    [Fact]
    public async Task SentTwice_IsOneHold_AndAnotherFormUnderItsNameIsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var first = await PlaceAsync(tablet, "a-1", Role.QualityAssurance);
        using var again = await PlaceAsync(tablet, "a-1", Role.QualityAssurance);
        using var other = await PlaceAsync(tablet, "a-1", Role.QualityAssurance, "authority");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        Assert.Contains("sent before with other data", await Tablet.SaysAsync(other), StringComparison.Ordinal);
        using var page = await tablet.GetAsync(Page);
        Assert.Single(page.QuerySelectorAll("[data-hold]"));
        await SoundAsync();
    }

    [Fact]
    public async Task Released_ByTwoCouplesAtOnce_IsReleasedOnce()
    {
        using var first = await _site.TabletAsync(Role.QualifiedPerson);
        using var second = await _site.TabletAsync(Role.QualifiedPerson, index: 1);
        using var placed = await PlaceAsync(first, "a-1", Role.QualifiedPerson);

        var answers = await Task.WhenAll(
            ReleaseAsync(second, "a-2", _site.Crew(Role.Investigator), _site.Crew(Role.QualifiedPerson, 1)),
            ReleaseAsync(second, "a-3", _site.Crew(Role.Investigator, 1), _site.Crew(Role.QualifiedPerson, 1)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Array.ForEach(answers, answer => answer.Dispose());
        await SoundAsync();
    }

    [Theory]
    [InlineData("nonsense", "DSMB-3", "выберите ответ")]
    [InlineData("safety", "Приказ № 5", "латинские буквы, цифры")]
    public async Task FilledInWrong_IsRefusedInWords_WithWhatWasTyped(string code, string document, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var before = _site.Written();

        using var answer = await PlaceAsync(tablet, "a-1", Role.QualityAssurance, code, document);

        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        using var page = await People.Desk.PageAsync(answer);
        Assert.Equal(document, ((IHtmlInputElement)page.QuerySelector("input[name=Document]")!).Value);
        Assert.Equal(before, _site.Written());
    }

    private Task<HttpResponseMessage> PlaceAsync(Tablet tablet, string attempt, Role by, string code = "board", string document = "DSMB-3")
    {
        var who = _site.Crew(by);
        return tablet.PostAsync(Page, null,
            [("Attempt", attempt), ("Code", code), ("Document", document), ("Proofs[0].Signer", who.Badge), ("Proofs[0].Secret", who.Pin)]);
    }

    private static Task<HttpResponseMessage> ReleaseAsync(Tablet tablet, string attempt, CrewMember physician, CrewMember quality) => tablet.PostAsync(Page, null,
        [
            ("Attempt", attempt), ("Number", "1"), ("Code", "no-risk"), ("Document", "DSMB-4"),
            ("Proofs[0].Signer", physician.Badge), ("Proofs[0].Secret", physician.Pin), ("Proofs[1].Signer", quality.Badge), ("Proofs[1].Secret", quality.Pin),
        ]);

    private async Task SoundAsync()
    {
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(session, [], default)).First);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }
}
