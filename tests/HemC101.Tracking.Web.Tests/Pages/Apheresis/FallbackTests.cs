using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Commands;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;
using HemC101.Tracking.Web.Tests.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Apheresis;

/// <summary>Fallback sets by their page, and taken at the chair.</summary>
public sealed class FallbackTests : IAsyncLifetime
{
    private const string Page = "/Apheresis/Fallback";

    private LiveSite _site = null!;

    private CoiId A => _site.Chains[0];

    private CoiId B => _site.Chains[1];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.identify"), DemoLeg.UpTo("collection.identify"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Set_PrintedIssuedAndTaken_IsOfOneChain_AndVerifyAgrees()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var sets = await IssuedAsync(tablet, 2);
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse, "en");
        var ways = (await nurse.GetAsync(Page)).QuerySelectorAll("[data-take] a").Select(link => link.GetAttribute("href")!).ToHashSet();
        Assert.Equal(new HashSet<string> { await StepAsync(A), await StepAsync(B) }, ways);
        Assert.Null((await tablet.GetAsync(Page)).QuerySelector("[data-take]"));

        using var taken = await TakeAsync(nurse, A, "one", sets[0]);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var collection = (await _site.ChainAsync(A)).CurrentCollection!;
        Assert.Equal((sets[0].Donation, CollectionState.Identified), (collection.Donation, collection.State));
        Assert.Equal((FallbackState.Used, A), ((await SetsAsync())[0].State, (await SetsAsync())[0].UsedFor!.Value));
        Assert.Contains(A.ToString(), (await tablet.GetAsync(Page)).QuerySelector("[data-sets]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Printed 2 = used 1", (await tablet.GetAsync("/Quality/Accountability")).QuerySelector("[data-fallback]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fallback set used", (await tablet.GetAsync("/Quality/Audit")).Body!.TextContent, StringComparison.Ordinal);
        var (code, _, error) = await Terminal.RunAsync("", "verify", "--database", Path.Combine(_site.Folder, "hemc101.db"));
        Assert.Equal((0, ""), (code, error));
        await MissedAttempts.AssertAsync(_site, "fallback/%", 2);
    }

    /// <summary>A double click, or the page sent again after it was answered.</summary>
    [Fact]
    public async Task Print_SentTwice_PrintsOnce_AndNotWithAnotherNumber()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var attempt = (await tablet.GetAsync(Page)).QuerySelector("form[action*=Print] input[name=Attempt]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => DoAsync(tablet, "Print", Two, ("Attempt", attempt), ("count", "2"))));
        using var other = await DoAsync(tablet, "Print", Two, ("Attempt", attempt), ("count", "3"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Contains("out of date", await Tablet.SaysAsync(other), StringComparison.Ordinal);
        Assert.Equal(2, (await SetsAsync()).Count);
    }

    [Fact]
    public async Task OneSet_ForTwoChainsAtOnce_OneWins_TheOtherReadsWhy()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var set = (await IssuedAsync(tablet, 1))[0];
        using var one = await _site.TabletAsync(Role.ApheresisNurse, "en");
        using var two = await _site.TabletAsync(Role.ApheresisNurse, "en", 1);
        await ScannedAsync(one, A, "a", set);
        await ScannedAsync(two, B, "b", set);

        var answers = await Task.WhenAll(SendAsync(one, A, "a"), SendAsync(two, B, "b"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Contains("used already", await Tablet.SaysAsync(refused), StringComparison.Ordinal);
        var taken = (await _site.HistoryAsync(A)).Concat(await _site.HistoryAsync(B)).Where(happened => happened.What is FallbackSetTaken);
        Assert.Single(taken);
    }

    /// <summary>A set says what the settings asked for when it was ordered, however long it waits for its printer, and is taken for whom that is right.</summary>
    [Fact]
    public async Task Sets_PrintedAfterTheFormChanged_AreNotTakenForAChainOfTheFormBefore()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        await IssuedAsync(tablet, 1);
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        using (var pharmacist = await _site.TabletAsync(Role.QualifiedPerson, "en"))
        using (var changed = await SettingsForms.IssueAsync(
            pharmacist, [_site.Crew(Role.QualifiedPerson), _site.Crew(Role.QualityAssurance)], "names-1", ("v:label.identity", "FullName")))
        {
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }

        _site.Time.Advance(TimeSpan.FromMinutes(1));
        var (usual, named) = ((await SetsAsync())[0], (await IssuedAsync(tablet, 1))[1]);
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse, "en");

        Assert.Equal((LabelIdentityMode.CodedPlusInitialsDob, LabelIdentityMode.FullName), (await PrintedAsync(usual), await PrintedAsync(named)));
        using var wrong = await nurse.ScanAsync(await StepAsync(A), "wrong", BarcodeWriter.Fallback(named.Donation, named.Bag));
        Assert.Contains("and the labels of this participant say subject number, initials and birth date", await Tablet.SaysAsync(wrong), StringComparison.Ordinal);
        using var right = await TakeAsync(nurse, A, "right", usual);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task Count_ThatDisagrees_WantsADeviation_AndSaysWhatIsMissing()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var sets = await IssuedAsync(tablet, 2);

        var seen = await SeenAsync(tablet, sets[0]);
        using var gap = await DoAsync(tablet, "Count", Two, [.. seen]);
        using var counted = await DoAsync(tablet, "Count", Two, [.. seen, ("document", "DEV-7")]);

        Assert.Contains("sets no. 2 are not there", await Tablet.SaysAsync(gap), StringComparison.Ordinal);
        Assert.Contains("IT DISAGREES", (await tablet.FollowAsync(counted)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((FallbackState.Issued, FallbackState.Missing, "DEV-7"), ((await SetsAsync())[0].State, (await SetsAsync())[1].State, (await SetsAsync())[1].Document));
        Assert.Contains("DEV-7", (await tablet.GetAsync("/Quality/Accountability")).QuerySelector("[data-fallback]")!.TextContent, StringComparison.Ordinal);
        await MissedAttempts.AssertAsync(_site, "fallback-count", 1);
    }

    [Fact]
    public async Task Sets_OfBadInput_WriteNothing()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var set = (await IssuedAsync(tablet, 1))[0];
        var before = _site.Written();

        foreach (var (handler, fields, sentence) in new (string, (string, string)[], string)[]
        {
            ("Print", [("count", "0")], "Say how many"),
            ("Print", [("count", "99999")], "Say how many"),
            ("Print", [("count", "x")], "Say how many"),
            ("Issue", [], "No set was scanned"),
            ("Issue", [("Seen", "nonsense")], "Scan the sets again"),
            ("Issue", [("Seen", $"{set.Donation}")], "Scan the sets again"),
            ("Count", [("Seen", $"{set.Donation}"), ("document", "DEV-1")], "Scan the sets again"),
            ("Print", [("count", "1"), ("Attempt", "")], "out of date"),
            ("Destroy", [("number", "77"), ("reason", "spoilt")], "No record of such a set"),
            ("Destroy", [("number", "1"), ("reason", "because")], "Say why"),
            ("Count", [], "IT DISAGREES"),
        })
        {
            using var answer = await DoAsync(tablet, handler, handler == "Issue" ? Handed : Two, fields);
            Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        }

        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Sets_ByOnePerson_OrByTheWrongRole_StayAsTheyAre()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var alone = await DoAsync(tablet, "Print", [_site.Crew(Role.QualityAssurance), _site.Crew(Role.QualityAssurance)], ("count", "1"));
        using var wrong = await DoAsync(tablet, "Print", [_site.Crew(Role.QualityAssurance), _site.Crew(Role.WardNurse)], ("count", "1"));

        Assert.Contains("same person", await Tablet.SaysAsync(alone), StringComparison.Ordinal);
        Assert.Contains("may not sign", await Tablet.SaysAsync(wrong), StringComparison.Ordinal);
        Assert.Empty(await SetsAsync());
    }

    [Fact]
    public async Task Scan_OfAShelf_TakesWhatBelongsThere()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var sets = await IssuedAsync(tablet, 2);
        using var destroyed = await DoAsync(tablet, "Destroy", Two, ("number", "2"), ("reason", "spoilt"));

        using var right = await ScanAsync(tablet, BarcodeWriter.Fallback(sets[0].Donation, sets[0].Bag));
        using var tag = await ScanAsync(tablet, BarcodeWriter.Fallback(sets[0].Donation, sets[0].Tag));
        using var gone = await ScanAsync(tablet, BarcodeWriter.Fallback(sets[1].Donation, sets[1].Bag));
        using var forged = await ScanAsync(tablet, BarcodeWriter.Fallback(sets[0].Donation, PrintSerial.Issue(999_999)));

        Assert.Contains("Set no. 1: issued", await Tablet.SaysAsync(right), StringComparison.Ordinal);
        Assert.Contains("label for the bag", await Tablet.SaysAsync(tag), StringComparison.Ordinal);
        Assert.Contains("does not belong here", await Tablet.SaysAsync(gone), StringComparison.Ordinal);
        Assert.Contains("No record of such a set", await Tablet.SaysAsync(forged), StringComparison.Ordinal);
        using var typed = await tablet.PostAsync(Page, "Scan", [("Scanned", sets[0].Donation.WithCheck), ("EntryMethod", "typed")]);
        Assert.DoesNotContain("Set no. 1: issued", await Tablet.SaysAsync(typed), StringComparison.Ordinal);
        await MissedAttempts.AssertAsync(_site, "fallback/%", 3);
    }

    /// <returns>Who is named on the bag label of the set.</returns>
    private async Task<LabelIdentityMode> PrintedAsync(FallbackSet set)
    {
        var job = (await PrintJobs.ListOpenAsync(_site.Database, default)).Single(job => job.Serial == set.Bag);
        return (await _site.Services.GetRequiredService<LabelContents>().OfAsync(_site.Database, job, default)).Form.Identity;
    }

    private CrewMember[] Two => [_site.Crew(Role.QualityAssurance), _site.Crew(Role.ApheresisNurse)];

    private CrewMember[] Handed => Two;

    private async Task<IReadOnlyList<FallbackSet>> IssuedAsync(Tablet tablet, int count)
    {
        using var printed = await DoAsync(tablet, "Print", Two, ("count", $"{count}"));
        Assert.Contains("being printed", (await tablet.FollowAsync(printed)).Body!.TextContent, StringComparison.Ordinal);
        using var issued = await DoAsync(tablet, "Issue", Handed, [.. await SeenAsync(tablet, [.. (await SetsAsync()).Where(set => set.State == FallbackState.Printed)])]);
        Assert.Contains("are issued", (await tablet.FollowAsync(issued)).Body!.TextContent, StringComparison.Ordinal);
        return await SetsAsync();
    }

    private async Task<IReadOnlyList<FallbackSet>> SetsAsync() => (await _site.Services.GetRequiredService<FallbackDesk>().ListAsync(default)).Sets;

    private async Task<HttpResponseMessage> TakeAsync(Tablet tablet, CoiId coi, string attempt, FallbackSet set)
    {
        await ScannedAsync(tablet, coi, attempt, set);
        return await SendAsync(tablet, coi, attempt);
    }

    private async Task ScannedAsync(Tablet tablet, CoiId coi, string attempt, FallbackSet set)
    {
        var step = await StepAsync(coi);
        foreach (var raw in new[] { await _site.BandSymbolAsync(coi), BarcodeWriter.Fallback(set.Donation, set.Bag) })
        {
            using var scanned = await tablet.ScanAsync(step, attempt, raw);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Tablet tablet, CoiId coi, string attempt) => await tablet.TakeAsync(
        await StepAsync(coi), attempt, [_site.Crew(Role.ApheresisNurse), _site.Crew(Role.ApheresisPhysician)],
        ("reason", "printer-failed"), ("written", "true"), ("first_gone", "true"));

    private async Task<string> StepAsync(CoiId coi) =>
        Tablet.Step("Apheresis", "collection.fallback", coi, (await _site.ChainAsync(coi)).Collections[0].Donation.ToString());

    /// <summary>What the page carries after these were scanned one after the other.</summary>
    private static async Task<IReadOnlyList<(string Name, string Value)>> SeenAsync(Tablet tablet, params FallbackSet[] sets)
    {
        IReadOnlyList<(string Name, string Value)> seen = [];
        foreach (var raw in sets.Select(set => BarcodeWriter.Fallback(set.Donation, set.Bag)))
        {
            using var answer = await tablet.PostAsync(Page, "Scan", [.. seen, ("Scanned", raw), .. Tablet.Keys(raw)]);
            seen = [.. (await Desk.PageAsync(answer)).QuerySelectorAll("[data-scan-form] input[name=Seen]").Select(field => ("Seen", field.GetAttribute("value")!))];
        }

        return seen;
    }

    private static Task<HttpResponseMessage> ScanAsync(Tablet tablet, string raw) => tablet.PostAsync(Page, "Scan", [("Scanned", raw), .. Tablet.Keys(raw)]);

    private static Task<HttpResponseMessage> DoAsync(Tablet tablet, string handler, IReadOnlyList<CrewMember> signers, params (string Name, string Value)[] fields) =>
        tablet.PostAsync(Page, handler, [.. fields.Any(field => field.Name == "Attempt") ? [] : new[] { ("Attempt", Guid.NewGuid().ToString("N")) }, .. fields, .. signers.SelectMany((who, at) => new[] { ($"Signers[{at}].Signer", who.Badge), ($"Signers[{at}].Secret", who.Pin) })]);
}
