using System.Globalization;
using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>What people add in their own words. The participant is called Тестов Пётр, born on 17.05.1980; the bag of Day 1 is running.</summary>
public sealed class RemarkTests : IAsyncLifetime
{
    private const string Plain = "Логгер показывал 12 °C; <b>после</b> открытия 8 °C";
    private const string NamedCode = "name-in-text";
    private const string Named = "Тестову стало хуже, сообщил Пётр";

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private string Hold => Tablet.Step("Quality", "hold.place", Coi);

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Take_WithARemark_IsShownAsText_AndNoWordOfItLiesInClear()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await HoldAsync(tablet, "one", Plain);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var page = await tablet.GetAsync($"/Chains/{Coi}");
        Assert.Contains($"Примечание: {Plain}", page.QuerySelector(".timeline > li")!.TextContent, StringComparison.Ordinal);
        var held = (await _site.HistoryAsync(Coi)).Last(happened => happened.What is HoldPlaced);
        Assert.Equal(NameInText.None, held.Act.Names);
        var row = await FreeTexts.FindAsync(_site.Database, held.Act.Remark!.Value, default);
        Assert.Equal($"chain/{Coi}", row!.Stream);
        Assert.DoesNotContain("Логгер", System.Text.Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal);
        var entry = (await EventLedger.ReadStreamAsync(_site.Database, $"chain/{Coi}", default))[^1];
        Assert.DoesNotContain("Логгер", entry.Data, StringComparison.Ordinal);
        using var trail = await tablet.GetAsync($"/Quality/Audit?Of={Coi}");
        Assert.Contains($"Примечание: {Plain}", trail.QuerySelector(".timeline > li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_RemarkWithTheName_IsAskedAbout_AndTakenWhenItIsMeant()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);

        using var asked = await HoldAsync(tablet, "one", Named, Role.Investigator);

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        using (var page = await People.Desk.PageAsync(asked))
        {
            Assert.Contains("имя или дата рождения участника", page.QuerySelector(".field-validation-error")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("input[name=NameMeant]:not([checked])"));
            Assert.Equal(Named, page.QuerySelector("textarea[name=remark]")!.TextContent);
        }

        var warned = Assert.IsType<StepRefused>((await _site.HistoryAsync(Coi))[^1].What);
        Assert.Equal(("hold.place", NamedCode), (warned.StepId, Assert.Single(warned.Reasons)));
        Assert.Equal(_site.Crew(Role.Investigator).Person.Number, (await _site.HistoryAsync(Coi))[^1].Act.By);
        Assert.DoesNotContain("Тестов", (await EventLedger.ReadStreamAsync(_site.Database, $"chain/{Coi}", default))[^1].Data, StringComparison.Ordinal);

        using var taken = await HoldAsync(tablet, "one", Named, Role.Investigator, ("NameMeant", "true"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(NameInText.Meant, (await _site.HistoryAsync(Coi))[^1].Act.Names);
    }

    [Theory]
    [InlineData("родился 17.05.1980", true)]
    [InlineData("ПЕТРА не было", true)]
    [InlineData("участник 01-001, без осложнений", false)]
    public async Task Take_OnlyWhatNamesThisParticipant_IsAskedAbout(string remark, bool asks)
    {
        using var tablet = await _site.TabletAsync(Role.Investigator);

        using var answer = await HoldAsync(tablet, "one", remark, Role.Investigator);

        Assert.Equal(asks ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>To them the warning would say whether a guess at the name is right.</summary>
    [Theory]
    [InlineData(Role.QualityAssurance, false)]
    [InlineData(Role.QualityAssurance, true)]
    [InlineData(Role.QualifiedPerson, false)]
    public async Task Take_RemarkWithTheName_ByWhoMeetsNobody_IsTakenLikeAnyOther_AndMarkedUnasked(Role role, bool saysMeant)
    {
        using var tablet = await _site.TabletAsync(role);

        using var answer = await HoldAsync(tablet, "one", Named, role, saysMeant ? [("NameMeant", "true")] : []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var last = (await _site.HistoryAsync(Coi)).Last(happened => happened.What is HoldPlaced);
        Assert.Equal(NameInText.Unasked, last.Act.Names);
        using var page = await tablet.FollowAsync(answer);
        Assert.DoesNotContain("В примечании имя участника", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Тестов", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Courier, false)]
    [InlineData(Role.LabOperator, false)]
    [InlineData(Role.Cryostore, false)]
    [InlineData(Role.QualityControl, false)]
    [InlineData(Role.WardNurse, true)]
    [InlineData(Role.ApheresisNurse, true)]
    public void Warning_IsForThoseWhoKnowTheName(Role role, bool told) =>
        Assert.Equal(told, TextWarning.Tells(_site.Crew(role).Person));

    [Fact]
    public async Task Text_WithTheName_IsShownToThoseWhoMeetTheParticipant_HiddenFromOthers_AndTheLookIsWritten()
    {
        using (var tablet = await _site.TabletAsync(Role.QualityAssurance))
        {
            using var investigator = await _site.TabletAsync(Role.Investigator);
            using var taken = await HoldAsync(investigator, "one", Named, Role.Investigator, ("NameMeant", "true"));
            using var page = await tablet.GetAsync($"/Chains/{Coi}");
            Assert.DoesNotContain("Тестов", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("скрыто: в тексте имя участника", page.Body.TextContent, StringComparison.Ordinal);
            using var trail = await tablet.GetAsync($"/Quality/Audit?Of={Coi}");
            Assert.DoesNotContain("Тестов", trail.Body!.TextContent, StringComparison.Ordinal);
            using var csv = await tablet.PostAsync("/Quality/Audit", "Export", [("Of", Coi.ToString())]);
            Assert.DoesNotContain("Тестов", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var nurse = await _site.TabletAsync(Role.WardNurse);
        using var shown = await nurse.GetAsync($"/Chains/{Coi}");

        Assert.Contains($"Примечание: {Named}", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("намеренно", shown.Body.TextContent, StringComparison.Ordinal);
        var who = _site.Crew(Role.WardNurse).Person.Number;
        Assert.True(await LookedAsync(who), "The look was not written.");
    }

    [Fact]
    public async Task Take_SafetyStepWithTheName_IsNotStopped_AndWarnedOfAfterwards()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var bag = (await _site.ChainAsync(Coi)).Bags.Single(item => item.Day == 1).Id.ToString();

        using var answer = await tablet.TakeAsync(Tablet.Step("Ward", "infusion.pause", Coi, bag), "one", [], ("reason", "reaction"), ("remark", Named));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(NameInText.Unasked, (await _site.HistoryAsync(Coi))[^1].Act.Names);
        using var page = await tablet.FollowAsync(answer);
        Assert.Contains("В примечании имя участника", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SentTwice_IsOneStep_AndWithOtherWordsIsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var first = await HoldAsync(tablet, "one", Plain);
        var written = _site.Written();

        using var again = await HoldAsync(tablet, "one", Plain);
        using var other = await HoldAsync(tablet, "one", "Другое");

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(2, (await FreeTexts.ListAsync(_site.Database, default)).Count);
        Assert.Equal(Entries(written) + 1, Entries(_site.Written()));
    }

    [Fact]
    public async Task Text_PutInThePlaceOfAnother_IsNotShown()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var one = await HoldAsync(tablet, "one", Plain);
        var held = (await _site.HistoryAsync(Coi))[^1].Act.Remark!.Value;

        await _site.SqlAsync($"update free_text set sealed = (select sealed from free_text where text_id <> '{held}') where text_id = '{held}'");

        using var page = await tablet.GetAsync($"/Chains/{Coi}");
        Assert.Contains("текст не открывается", page.QuerySelector(".timeline > li")!.TextContent, StringComparison.Ordinal);
    }

    private static int Entries(string written) => int.Parse(written.Split(' ')[0], CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> HoldAsync(
        Tablet tablet, string attempt, string remark, Role by = Role.QualityAssurance, params IReadOnlyList<(string, string)> more) => tablet.TakeAsync(
        Hold, attempt, [_site.Crew(by)], [("hold_over", "chain"), ("reason", "temperature"), (TextField.Remark.Name, remark), .. more]);

    private async Task<bool> LookedAsync(StaffNumber who)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if ((await PersonalDataLooks.ListAsync(_site.Database, new LookFilter(who, null, null, null), null, 10, default)).Any(look => look.Place == "/Chains/Details"))
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }
}
