using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>X-34: the system was down, the bag was verified before it, and the sheet comes to a third person an hour later.</summary>
public sealed class BackEntryTests : IAsyncLifetime
{
    private static readonly byte[] Sheet = Encoding.UTF8.GetBytes("a picture of sheet D-17");

    private LiveSite _site = null!;
    private DateTimeOffset _at;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bedside.second", "1"));
        _at = _site.Time.GetUtcNow().AddMinutes(1);
        _site.Time.Advance(TimeSpan.FromHours(1));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Line_ByAThirdPerson_IsWrittenWithBothTimes_AndConfirmedByTheHand()
    {
        using var third = await _site.TabletAsync(Role.Coordinator);

        using var answer = await third.PostFileAsync(
            await PageAsync("infusion.start"), "Take", Form("one", _site.Crew(Role.Coordinator), ("paper_as_written", "")), "paper_picture_file", Sheet);

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        var act = (await _site.HistoryAsync(Coi)).Last(entry => entry.What is InfusionStarted).Act;
        Assert.Equal((_site.Crew(Role.Coordinator).Person.Number, "D-17", 1), (act.By, act.Paper!.Sheet, act.Paper.Number));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Sheet)), act.Paper.Picture);
        Assert.Equal(_at, act.OccurredAt, TimeSpan.FromMinutes(1));
        Assert.True(act.RecordedAt - act.OccurredAt > TimeSpan.FromMinutes(50));
        var page = await third.GetAsync($"/Chains/{Coi}");
        Assert.Contains("D-17, строка 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("от руки на листе", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Бумажный лист D-17, строка 1", page.Body.TextContent, StringComparison.Ordinal);

        using var nurse = await _site.TabletAsync(Role.WardNurse);
        Assert.Contains("Подтвердить свой шаг", (await nurse.GetAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        using var confirmed = await nurse.TakeAsync(
            Tablet.Step("Quality", "safety.confirm", Coi, "1"), "mine", [_site.Crew(Role.WardNurse)]);
        Assert.True(confirmed.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(confirmed));
        Assert.Empty((await _site.ChainAsync(Coi)).SafetyActs);
        Assert.Null((await EventLedger.VerifyAsync(_site.Database, default)).First);
    }

    [Theory]
    [InlineData("ru", "Лист вносит третий человек")]
    [InlineData("en", "A third person enters the sheet")]
    public async Task Line_ByWhoeverDidIt_IsRefused(string language, string sentence)
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse, language);

        using var answer = await TakeAsync(nurse, "one", _site.Crew(Role.WardNurse));

        await AssertNothingAsync(answer, sentence);
    }

    [Fact]
    public async Task WithoutThePicture_IsRefused_AndWhatWasTypedStays()
    {
        using var third = await _site.TabletAsync(Role.Coordinator);

        using var answer = await TakeAsync(third, "one", _site.Crew(Role.Coordinator), ("paper_picture", ""));

        await AssertNothingAsync(answer, "приложите снимок");
        Assert.Contains("D-17", (await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAWrongPin_IsRefused()
    {
        using var third = await _site.TabletAsync(Role.Coordinator);

        using var answer = await TakeAsync(third, "one", _site.Crew(Role.Coordinator) with { Pin = "000000" });

        await AssertNothingAsync(answer, "");
    }

    [Fact]
    public async Task AgainstTheRules_IsAskedOnce_ThenWrittenAndHeld()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));
        using var third = await _site.TabletAsync(Role.Coordinator, "en");
        var late = ("paper_at", Moscow(_at.AddHours(2)));

        using var asked = await TakeAsync(third, "one", _site.Crew(Role.Coordinator), late);
        await AssertNothingAsync(asked, "Compare the entry with the sheet");
        using var meant = await TakeAsync(third, "one", _site.Crew(Role.Coordinator), late, ("paper_as_written", "true"));

        Assert.True(meant.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(meant));
        var chain = await _site.ChainAsync(Coi);
        Assert.Equal(Hold.Paper, Assert.Single(chain.Holds).Reason);
        Assert.Equal(BagState.Infusing, chain.BagsOf(1).First().State);
    }

    [Fact]
    public async Task WhileOthersRecorded_TheSystemWasUp()
    {
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        using var held = await quality.TakeAsync(
            Tablet.Step("Quality", "hold.place", Coi), "hold", [_site.Crew(Role.QualityAssurance)], ("hold_over", "chain"), ("reason", "safety"));
        _site.Time.Advance(TimeSpan.FromHours(1));
        using var third = await _site.TabletAsync(Role.Coordinator);

        using var answer = await TakeAsync(third, "one", _site.Crew(Role.Coordinator), ("paper_at", Moscow(_at.AddMinutes(50))));

        await AssertNothingAsync(answer, "система работала");
        Assert.Contains("paper_as_written", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPeopleAtOneLine_OneWins()
    {
        using var one = await _site.TabletAsync(Role.Coordinator);
        using var other = await _site.TabletAsync(Role.QualityAssurance);

        var answers = await Task.WhenAll(TakeAsync(one, "one", _site.Crew(Role.Coordinator)), TakeAsync(other, "other", _site.Crew(Role.QualityAssurance)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await _site.HistoryAsync(Coi), entry => entry.What is InfusionStarted);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task SentTwice_IsWrittenOnce()
    {
        using var third = await _site.TabletAsync(Role.Coordinator);

        using var first = await TakeAsync(third, "one", _site.Crew(Role.Coordinator));
        using var again = await TakeAsync(third, "one", _site.Crew(Role.Coordinator));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        Assert.Single(await _site.HistoryAsync(Coi), entry => entry.What is InfusionStarted);
    }

    [Fact]
    public async Task Offers_WhatMayStandOnTheNextLine_AndCarriesTheSheetOn()
    {
        using var third = await _site.TabletAsync(Role.Coordinator);
        var offers = await third.GetAsync($"/Chains/{Coi}/Paper");
        var links = offers.QuerySelectorAll("section a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains(await PageAsync("infusion.start"), links);
        Assert.DoesNotContain(links, link => link!.Contains("thaw.start", StringComparison.Ordinal));

        using var entered = await TakeAsync(third, "one", _site.Crew(Role.Coordinator));
        var next = await third.GetAsync(await PageAsync("infusion.end"));

        Assert.Equal("D-17", next.QuerySelector("input[name=paper_sheet]")!.GetAttribute("value"));
        Assert.Equal("2", next.QuerySelector("input[name=paper_line]")!.GetAttribute("value"));
        Assert.Equal(new string('c', 64), next.QuerySelector("input[name=paper_picture]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/Quality/Paper/batch.release", Role.QualifiedPerson, HttpStatusCode.NotFound)]
    [InlineData("/Ward/Paper/infusion.start", Role.Courier, HttpStatusCode.Forbidden)]
    [InlineData("/Ward/Paper/nothing", Role.WardNurse, HttpStatusCode.NotFound)]
    public async Task Page_OfWhatIsNotOnPaperOrNotTheirs_IsClosed(string page, Role role, HttpStatusCode expected)
    {
        using var tablet = await _site.TabletAsync(role);

        using var answer = await tablet.OpenAsync($"{page}/{Coi}/{await BagAsync()}");

        Assert.Equal(expected, answer.StatusCode);
    }

    private static string Moscow(DateTimeOffset at) => at.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private async Task<string> BagAsync() => (await _site.ChainAsync(Coi)).BagsOf(1).First().Id.ToString();

    private async Task<string> PageAsync(string step) => $"/Ward/Paper/{step}/{Coi}/{await BagAsync()}";

    private IEnumerable<(string Name, string Value)> Form(string attempt, CrewMember by, params IReadOnlyList<(string Name, string Value)> changed) =>
        new (string Name, string Value)[]
        {
            ("Attempt", attempt), ("paper_sheet", "D-17"), ("paper_line", "1"), ("paper_at", Moscow(_at)), ("paper_picture", new string('c', 64)),
            ("paper_by_1", _site.Crew(Role.WardNurse).Person.Number.ToString()), ("paper_signed", "true"),
            ("paper_coi", Coi.ToString()), ("paper_dose", "1"),
            ("Signers[0].Signer", by.Badge), ("Signers[0].Secret", by.Pin),
        }.Where(field => changed.All(other => other.Name != field.Name)).Concat(changed);

    private async Task<HttpResponseMessage> TakeAsync(
        Tablet tablet, string attempt, CrewMember by, params IReadOnlyList<(string Name, string Value)> changed) =>
        await tablet.PostAsync(await PageAsync("infusion.start"), "Take", Form(attempt, by, changed));

    private async Task AssertNothingAsync(HttpResponseMessage answer, string sentence)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(BagState.Verified, (await _site.ChainAsync(Coi)).BagsOf(1).First().State);
    }
}
