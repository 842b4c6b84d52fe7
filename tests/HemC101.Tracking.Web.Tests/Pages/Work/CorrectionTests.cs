using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Audit;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>A wrong volume of a full collection bag: corrected from the chain's page, without script, and seen wherever it stands.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    /// <summary>Beyond the limit: its batch waits for the release.</summary>
    private CoiId Reviewed => _site.Chains[1];

    private IReadOnlyList<CrewMember> NurseAndPhysician => [_site.Crew(Role.ApheresisNurse), _site.Crew(Role.ApheresisPhysician)];

    private IReadOnlyList<CrewMember> Quality => [_site.Crew(Role.QualityAssurance), _site.Crew(Role.QualifiedPerson)];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.complete"), DemoLeg.UpTo("batch.review"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Value_CorrectedFromTheChain_ShowsOldNewWhoWhyAndTheEarlierSignatures()
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, "en");
        using var chain = await tablet.GetAsync($"/Chains/{Coi}");
        var offered = Offered(chain, "volume, mL");
        using var form = await tablet.GetAsync(offered);
        var old = form.QuerySelector("[data-old]")!.TextContent;

        using var answer = await CorrectAsync(tablet, offered, "one", NurseAndPhysician, "123", document: "dev-7");

        Assert.Equal($"/Chains/{Coi}", answer.Headers.Location?.ToString());
        using var after = await tablet.FollowAsync(answer);
        var entry = after.QuerySelectorAll(".timeline > li").Single(line => line.TextContent.Contains("Collection completed", StringComparison.Ordinal));
        var said = entry.QuerySelector("[data-correction]")!.TextContent;
        string[] parts = [$"volume, mL: {old} → 123", "Misread", "DEV-7", .. NurseAndPhysician.Select(who => who.Person.FullName), "MSK"];
        Assert.All(parts, part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.Contains("Signed on an earlier version", entry.QuerySelector(".signed-earlier")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector("[data-corrections='1']"));
        Assert.NotEqual(offered, Offered(after, "volume, mL"));
        Assert.Equal(123, (await _site.ChainAsync(Coi)).Collections[0].VolumeMl);
    }

    [Fact]
    public async Task Value_IsOfferedToThoseWhoMayCorrectIt_AndToNobodyElse()
    {
        Assert.Equal(6, await OfferedAsync(Role.ApheresisPhysician, Coi, "CollectionCompleted"));
        Assert.Equal(0, await OfferedAsync(Role.Coordinator, Coi, "CollectionCompleted"));
        Assert.Equal(0, await OfferedAsync(Role.ApheresisNurse, Reviewed, "CollectionCompleted"));
        Assert.Equal(6, await OfferedAsync(Role.QualityAssurance, Reviewed, "CollectionCompleted"));
    }

    [Theory]
    [InlineData("ru", "same", "Исправлять нечего")]
    [InlineData("en", "same", "nothing to correct")]
    [InlineData("ru", "beyond", "допустимо от 10 до 500")]
    [InlineData("en", "beyond", "from 10 to 500")]
    [InlineData("ru", "words", "введите число")]
    [InlineData("en", "words", "enter a number")]
    [InlineData("ru", "no reason", "выберите ответ")]
    [InlineData("en", "no reason", "choose an answer")]
    [InlineData("ru", "untold", "укажите номер документа")]
    [InlineData("en", "untold", "give the number of the document")]
    [InlineData("ru", "document", "латинские буквы")]
    [InlineData("en", "document", "Latin letters")]
    [InlineData("ru", "role", "не может подписать")]
    [InlineData("en", "role", "may not sign")]
    [InlineData("ru", "alone", "один и тот же человек")]
    [InlineData("en", "alone", "The same person signed twice")]
    public async Task Value_NotAsItMustBe_IsRefused_AndNothingIsCorrected(string language, string what, string why)
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, language);
        var recorded = await RecordedAsync(Coi, "VolumeMl");
        var nurse = _site.Crew(Role.ApheresisNurse);
        var value = what switch { "same" => recorded.Old, "beyond" => "501", "words" => "a hundred", _ => "123" };
        var reason = what switch { "no reason" => "", "untold" => "other", _ => "misread" };
        var signers = what switch { "role" => [nurse, _site.Crew(Role.WardNurse)], "alone" => [nurse, nurse], _ => NurseAndPhysician };

        using var answer = await CorrectAsync(tablet, Address(Coi, recorded.Target), "one", signers, value, reason, what == "document" ? "<b>я</b>" : "");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var page = await tablet.FollowAsync(answer);
        Assert.Contains(why, page.Body!.TextContent, StringComparison.Ordinal);
        await AssertUncorrectedAsync(Coi);
    }

    [Theory]
    [InlineData("ru", "CollectionStarted", "Device", "Это значение не исправляют")]
    [InlineData("en", "ChainOpened", "Subject", "This value is never corrected")]
    [InlineData("en", "ChainOpened", "subject", "This value is never corrected")]
    public async Task Identity_OrAScan_IsNotCorrected_AndThePageSaysWhy(string language, string type, string member, string why)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, language);
        var entry = (await _site.HistoryAsync(Coi)).Single(happened => EventCodec.TypeOf(happened.What) == type).Version;
        var address = Address(Coi, string.Create(CultureInfo.InvariantCulture, $"{entry}.{member}"));

        using var page = await tablet.OpenAsync(address);
        using var posted = await CorrectAsync(tablet, address, "one", Quality, "1");

        Assert.Contains(why, await Tablet.SaysAsync(page), StringComparison.Ordinal);
        Assert.Contains(why, await Tablet.SaysAsync(posted), StringComparison.Ordinal);
        await AssertUncorrectedAsync(Coi);
    }

    [Theory]
    [InlineData("9999.VolumeMl")]
    [InlineData("1.Nothing")]
    [InlineData("nothing")]
    public async Task Value_ThatDoesNotExist_IsNotFound(string target)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var page = await tablet.OpenAsync(Address(Coi, target));
        using var posted = await CorrectAsync(tablet, Address(Coi, target), "one", Quality, "1");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, posted.StatusCode));
        await AssertUncorrectedAsync(Coi);
    }

    [Theory]
    [InlineData("ru", "Контейнер уже принят по этому пределу")]
    [InlineData("en", "The box was received by this limit")]
    public async Task Value_AfterItsLastLimit_IsCorrectedByNobody(string language, string why)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, language);
        var address = Address(Reviewed, (await RecordedAsync(Reviewed, "MaxMinutes")).Target);

        using var answer = await CorrectAsync(tablet, address, "one", Quality, "61");

        Assert.Contains(why, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        await AssertUncorrectedAsync(Reviewed);
    }

    [Fact]
    public async Task Value_AfterItsLimit_IsCorrectedByQuality_AndTheReviewIsDoneAgain()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var address = Address(Reviewed, (await RecordedAsync(Reviewed, "TncE9")).Target);
        using var shown = await tablet.GetAsync(address);
        Assert.Contains("The product is formulated", shown.QuerySelector(".verdict-info")!.TextContent, StringComparison.Ordinal);
        using var nurses = await CorrectAsync(tablet, address, "one", NurseAndPhysician, "13");
        Assert.Contains("may not sign this step", await Tablet.SaysAsync(nurses), StringComparison.Ordinal);

        using var answer = await CorrectAsync(tablet, address, "two", Quality, "13");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var chain = await _site.ChainAsync(Reviewed);
        Assert.Equal((ProductState.Formulated, BatchState.Formulated), (chain.Product, chain.CurrentBatch!.State));
        using var review = await tablet.GetAsync(Tablet.Step("Quality", "batch.review", Reviewed, chain.CurrentBatch.Number.ToString()));
        Assert.Contains("→ 13", review.QuerySelector("[data-corrections='1']")!.TextContent, StringComparison.Ordinal);
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    [Fact]
    public async Task Value_IsDoubtedByTheSettingsUnderWhichItWasRecorded()
    {
        await AdoptAsync(("version", "stricter"), ("transportMaxC", 2.5m));
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await CorrectAsync(tablet, Address(Reviewed, (await RecordedAsync(Reviewed, "MaxC")).Target), "one", Quality, "7.9");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var chain = await _site.ChainAsync(Reviewed);
        Assert.Single(chain.Amendments);
        Assert.Empty(chain.Holds);
    }

    [Fact]
    public async Task Value_CorrectedByTwoAtOnce_IsCorrectedOnce()
    {
        var address = Address(Coi, (await RecordedAsync(Coi, "VolumeMl")).Target);
        using var here = await _site.TabletAsync(Role.ApheresisNurse);
        using var there = await _site.TabletAsync(Role.ApheresisNurse, index: 1);

        var answers = await Task.WhenAll(
            CorrectAsync(here, address, "here", NurseAndPhysician, "123"),
            CorrectAsync(there, address, "there", [_site.Crew(Role.ApheresisNurse, 1), _site.Crew(Role.ApheresisPhysician, 1)], "124"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains("исправил кто-то другой", await Tablet.SaysAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.OK)), StringComparison.Ordinal);
        Assert.Single(await _site.HistoryAsync(Coi), happened => happened.What is RecordCorrected);
    }

    [Fact]
    public async Task Value_Corrected_StandsInTheTrailTheFileAndOnPaper()
    {
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse);
        using var done = await CorrectAsync(nurse, Address(Coi, (await RecordedAsync(Coi, "VolumeMl")).Target), "one", NurseAndPhysician, "123");
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var trail = await tablet.GetAsync($"/Quality/Audit?Of={Coi}&What=CollectionCompleted");
        using var file = await tablet.PostAsync("/Quality/Audit", "Export", [("Of", Coi.ToString()), ("What", "CollectionCompleted")]);

        var line = Assert.Single(trail.QuerySelectorAll(".timeline > li"));
        Assert.Contains("→ 123", line.QuerySelector("[data-correction]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(line.QuerySelector(".signed-earlier"));
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Contains("→ 123; Misread from the device or paper", csv, StringComparison.Ordinal);
        Assert.Contains("Signed on an earlier version", csv, StringComparison.Ordinal);
        var paper = ChainReport.Lines(await _site.HistoryAsync(Coi)).Select(said => said.Text).ToList();
        Assert.Contains(paper, said => said.StartsWith("Исправлено № ", StringComparison.Ordinal) && said.Contains("→ 123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trail_InSeveralBatches_ReadsTheCorrectionsOfAChainOnce()
    {
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse);
        using var done = await CorrectAsync(nurse, Address(Coi, (await RecordedAsync(Coi, "VolumeMl")).Target), "one", NurseAndPhysician, "123");
        var stream = $"chain/{Coi}";
        var entries = await EventLedger.ReadStreamAsync(_site.Database, stream, default);
        var corrections = new TrailCorrections(_site.Database, null);

        var newest = (await corrections.ReadAsync([entries[^1]], default))[stream];
        var oldest = (await corrections.ReadAsync([entries[0]], default))[stream];

        Assert.Single(newest.All);
        Assert.Same(newest, oldest);
    }

    private static string Address(CoiId coi, string target) => Tablet.Step("Quality", "record.correct", coi, target);

    private static string Offered(IParentNode page, string name) =>
        page.QuerySelectorAll(".timeline details a").Single(link => link.TextContent == name).GetAttribute("href")!;

    private static Task<HttpResponseMessage> CorrectAsync(
        Tablet tablet, string address, string attempt, IReadOnlyList<CrewMember> signers, string value, string reason = "misread", string document = "") =>
        tablet.TakeAsync(address, attempt, signers, ("value", value), ("reason", reason), ("document", document));

    private async Task<int> OfferedAsync(Role role, CoiId coi, string type)
    {
        using var tablet = await _site.TabletAsync(role);
        using var page = await tablet.GetAsync($"/Chains/{coi}");
        var entry = (await _site.HistoryAsync(coi)).Single(happened => EventCodec.TypeOf(happened.What) == type).Version;
        return page.QuerySelectorAll($"a[href^='/Quality/Step/record.correct/{coi}/{entry}.']").Length;
    }

    private async Task<Recorded> RecordedAsync(CoiId coi, string member)
    {
        var chain = await _site.ChainAsync(coi);
        return chain.Past.SelectMany(entry => Recorded.Of(chain, entry)).First(value => value.Member == member);
    }

    private async Task AdoptAsync(params (string Name, JsonNode Value)[] changes)
    {
        var stream = await EventLedger.ReadStreamAsync(_site.Database, "study-settings", default);
        var settings = JsonNode.Parse(stream[^1].Data)!;
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        await using var uow = await _site.Database.BeginAsync(default);
        var at = _site.Time.GetUtcNow();
        var entry = new NewEntry("SettingsAdopted", 1, at, "setup", "setup", settings.ToJsonString());
        Assert.IsType<Appended.Ok>(await EventLedger.AppendAsync(uow, "study-settings", stream.Count, at, [entry], default));
        await uow.CommitAsync(default);
    }

    private async Task AssertUncorrectedAsync(CoiId coi) =>
        Assert.DoesNotContain(await _site.HistoryAsync(coi), happened => happened.What is RecordCorrected);
}
