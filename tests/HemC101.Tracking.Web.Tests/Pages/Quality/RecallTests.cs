using System.Net;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Proofs;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

/// <summary>X-27 over HTTP: one participant has had Day 1, another's bags lie in the store, a third was never touched by the lot.</summary>
public sealed class RecallTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    /// <summary>Used on the first two.</summary>
    private HouseId _lot;

    private CrewMember Assurance => _site.Crew(Role.QualityAssurance);

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("tolerance.decide"), DemoLeg.UpTo("lymphodepletion.start"), DemoLeg.UpTo("apheresis.order"));
        var lots = await Task.WhenAll(_site.Chains.Take(2).Select(async coi => (await _site.ChainAsync(coi)).CurrentBatch!.Lots));
        _lot = lots[0].Intersect(lots[1]).OrderBy(lot => lot.ToString(), StringComparer.Ordinal).First();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Recall_HoldsEveryChainAtOnce_AndLeadsToTheTrace()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await MoveAsync(tablet, _lot, HouseStatus.Released, HouseStatus.Recalled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var page = await tablet.FollowAsync(answer);
        Assert.Contains("запреты наложены", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("td .mark-stop").Length);
        var chains = await Task.WhenAll(_site.Chains.Select(_site.ChainAsync));
        Assert.Equal([1, 1, 0], chains.Select(chain => chain.Holds.Count));
        Assert.Equal([true, false], chains.Take(2).Select(chain => chain.Recalls.Single().AwaitsPhysician));
        Assert.All(chains.Take(2), chain => Assert.Equal(Assurance.Person.Number, chain.Holds[0].PlacedBy.Single()));
        var entry = (await EventLedger.ReadStreamAsync(_site.Database, $"house/{_lot}", default))[^1];
        using var said = JsonDocument.Parse(entry.Data);
        Assert.Equal(2, said.RootElement.GetProperty("Holds").GetArrayLength());
        Assert.Equal((2, 1), (said.RootElement.GetProperty("Participants").GetInt32(), said.RootElement.GetProperty("Given").GetInt32()));
        await SoundAsync();
    }

    [Fact]
    public async Task Recall_WithAWrongPin_ChangesNothingAnywhere()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var before = _site.Written();

        using var answer = await tablet.PostAsync($"/Administration/House/{_lot}", "Move",
            [("From", "Released"), ("To", "Recalled"), ("Basis", "RECALL-7"), ("Proof.Signer", Assurance.Badge), ("Proof.Secret", "000000")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Recall_ByTwoAtOnce_IsOne()
    {
        using var first = await _site.TabletAsync(Role.QualityAssurance);
        using var second = await _site.TabletAsync(Role.QualityAssurance, index: 1);

        var answers = await Task.WhenAll(
            MoveAsync(first, _lot, HouseStatus.Released, HouseStatus.Recalled), MoveAsync(second, _lot, HouseStatus.Released, HouseStatus.Recalled, 1));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single((await _site.ChainAsync(_site.Chains[0])).Holds);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Recall_WhileAStepIsTaken_LeavesNoBagBehind()
    {
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        using var physician = await _site.TabletAsync(Role.Investigator);
        var hold = $"/Quality/hold.place/{_site.Chains[1]}";

        var recall = MoveAsync(quality, _lot, HouseStatus.Released, HouseStatus.Recalled);
        var step = physician.TakeAsync(hold.Replace("hold.place", "Step/hold.place", StringComparison.Ordinal), "a-1", [_site.Crew(Role.Investigator)], ("hold_over", "chain"), ("reason", "safety"));
        using var recalled = await recall;
        using var placed = await step;

        Assert.Equal(HttpStatusCode.Redirect, recalled.StatusCode);
        Assert.Contains((await _site.ChainAsync(_site.Chains[1])).Holds, held => held.Thing == _lot);
        await SoundAsync();
    }

    [Fact]
    public async Task Lift_OfAClearedLot_ReleasesItsHoldsOnEveryChainAtOnce_AndNoOther()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var other = await _site.TabletAsync(Role.QualifiedPerson, "en");
        var second = _site.Crew(Role.QualifiedPerson);
        (await tablet.TakeAsync($"/Quality/Step/hold.place/{_site.Chains[1]}", "h-1", [Assurance], ("hold_over", "chain"), ("reason", "safety"))).Dispose();
        (await MoveAsync(tablet, _lot, HouseStatus.Released, HouseStatus.Quarantine)).Dispose();

        Assert.Contains("Not everything of this lot is released", await Tablet.SaysAsync(await LiftAsync(other, second, "l-0")), StringComparison.Ordinal);
        (await MoveAsync(tablet, _lot, HouseStatus.Quarantine, HouseStatus.Released)).Dispose();
        Assert.Contains("other than who placed it", await Tablet.SaysAsync(await LiftAsync(tablet, Assurance, "l-1")), StringComparison.Ordinal);
        var before = _site.Written();
        Assert.Contains("choose an answer", await Tablet.SaysAsync(await LiftAsync(other, second, "l-2", "nonsense")), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
        using var trace = await other.GetAsync($"/Quality/Trace/{_lot}");
        Assert.Contains("Lift the holds of the recall: 2", trace.Body!.TextContent, StringComparison.Ordinal);

        using var lifted = await LiftAsync(other, second, "l-3");
        using var again = await LiftAsync(other, second, "l-3");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (lifted.StatusCode, again.StatusCode));
        var chains = await Task.WhenAll(_site.Chains.Select(_site.ChainAsync));
        Assert.Equal([0, 1, 0], chains.Select(chain => chain.Holds.Count));
        Assert.Null(chains[1].Holds[0].Thing);
        using var said = JsonDocument.Parse((await EventLedger.ReadStreamAsync(_site.Database, $"house/{_lot}", default))[^1].Data);
        Assert.Equal(2, said.RootElement.GetProperty("Holds").GetArrayLength());
        Assert.Contains("lifted already", await Tablet.SaysAsync(await LiftAsync(other, second, "l-4")), StringComparison.Ordinal);
        await SoundAsync();
        await MissedAttempts.AssertAsync(_site, "house/%", 1);
    }

    [Fact]
    public async Task Report_AsCsvAndPdf_NamesEveryBag()
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson, "en");

        var csv = await (await tablet.OpenAsync($"/Quality/Trace/{_lot}?handler=Csv")).Content.ReadAsStringAsync();
        using var pdf = await tablet.OpenAsync($"/Quality/Trace/{_lot}?handler=Pdf");

        var bags = (await Task.WhenAll(_site.Chains.Take(2).Select(_site.ChainAsync))).SelectMany(chain => chain.Bags).ToList();
        Assert.Equal(4, bags.Count);
        Assert.All(bags, bag => Assert.Contains($"{bag.Id}", csv, StringComparison.Ordinal));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync(), 0, 4));
    }

    [Fact]
    public async Task Drill_IsTimedSignedAndFiledOnce_AndHoldsNothing()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        (string, string)[] form = [("Attempt", "drill-1"), ("Proof.Signer", Assurance.Badge), ("Proof.Secret", Assurance.Pin)];

        using var answer = await tablet.PostAsync($"/Quality/Trace/{_lot}", "Drill", form);
        using var again = await tablet.PostAsync($"/Quality/Trace/{_lot}", "Drill", form);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.StatusCode, again.StatusCode));
        using var drills = await tablet.GetAsync("/Quality/Drills");
        var drill = Assert.Single(drills.QuerySelectorAll("[data-drill]"));
        Assert.Contains(Assurance.Person.FullName, drill.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "2", "4", "3", "1"], drill.QuerySelectorAll("dd").Skip(2).Select(fact => fact.TextContent.Trim()));
        Assert.All(await Task.WhenAll(_site.Chains.Select(_site.ChainAsync)), chain => Assert.Empty(chain.Holds));
        await SoundAsync();
        await MissedAttempts.AssertAsync(_site, "recall-drill", 1);
    }

    [Fact]
    public async Task Drill_SignedByAnother_OrWithTheFormOfAnotherLot_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var other = _site.Crew(Role.QualifiedPerson);

        using var answer = await tablet.PostAsync($"/Quality/Trace/{_lot}", "Drill", [("Attempt", "d-1"), ("Proof.Signer", other.Badge), ("Proof.Secret", other.Pin)]);
        Assert.Contains("has not signed", await Tablet.SaysAsync(answer), StringComparison.Ordinal);

        (string, string)[] form = [("Attempt", "d-2"), ("Proof.Signer", Assurance.Badge), ("Proof.Secret", Assurance.Pin)];
        using var filed = await tablet.PostAsync($"/Quality/Trace/{_lot}", "Drill", form);
        using var stale = await tablet.PostAsync($"/Quality/Trace/{HouseStock.Lot(MaterialKind.Medium)}", "Drill", form);
        Assert.Contains("out of date", await Tablet.SaysAsync(stale), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origin_OfABag_ShowsItsLotsDevicesAndPeople()
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson, "en");
        var bag = (await _site.ChainAsync(_site.Chains[0])).BagsOf(1).Single();

        using var page = await tablet.GetAsync($"/Quality/Origin/{bag.Id}");

        Assert.Contains($"/Quality/Trace/{_lot}", page.QuerySelectorAll("main a").Select(link => WebUtility.UrlDecode(link.GetAttribute("href"))));
        var history = await _site.HistoryAsync(_site.Chains[0]);
        Assert.All(
            history.Where(happened => happened.What is BagFilled filled && filled.Bag == bag.Id).SelectMany(happened => happened.Act.Signatures),
            signature => Assert.Contains(signature.FullName, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await tablet.OpenAsync("/Quality/Origin/A999926000999YA0011A0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tablet.OpenAsync("/Quality/Origin/nothing")).StatusCode);
    }

    private Task<HttpResponseMessage> LiftAsync(Tablet tablet, CrewMember by, string attempt, string assessment = "no-risk") => tablet.PostAsync(
        $"/Quality/Trace/{_lot}", "Lift", [("Attempt", attempt), ("Assessment", assessment), ("Proof.Signer", by.Badge), ("Proof.Secret", by.Pin)]);

    private Task<HttpResponseMessage> MoveAsync(Tablet tablet, HouseId thing, HouseStatus from, HouseStatus to, int by = 0)
    {
        var who = _site.Crew(Role.QualityAssurance, by);
        return tablet.PostAsync($"/Administration/House/{thing}", "Move",
            [("From", $"{from}"), ("To", $"{to}"), ("Basis", "RECALL-7"), ("Proof.Signer", who.Badge), ("Proof.Secret", who.Pin)]);
    }

    private async Task SoundAsync()
    {
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(session, [], default)).First);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }
}
