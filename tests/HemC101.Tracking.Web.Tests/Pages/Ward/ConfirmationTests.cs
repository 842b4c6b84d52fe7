using System.Globalization;
using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>A reaction was recorded through a session that had lapsed: afterwards it is confirmed who did it.</summary>
public sealed class ConfirmationTests(SafetyTests.Bed bed) : IClassFixture<SafetyTests.Bed>, IAsyncLifetime
{
    private readonly LiveSite _site = bed.Site;
    private Tablet _tablet = null!;
    private SafetyAct _act = null!;

    private CoiId Coi => _site.Chains[0];

    private CrewMember Nurse => _site.Crew(Role.WardNurse);

    public async Task InitializeAsync()
    {
        _tablet = await _site.TabletAsync(Role.WardNurse, "en");
        _site.Time.Advance(TimeSpan.FromHours(2));
        _act = await ReactAsync(_tablet);
        await _tablet.SignInAgainAsync(Nurse);
    }

    public Task DisposeAsync()
    {
        _tablet.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Lists_HoldIt_ForThePersonAndWhoSupervises_AndTheChainSaysSo()
    {
        using var other = await _site.TabletAsync(Role.WardNurse, "en", 1);
        using var assurance = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var investigator = await _site.TabletAsync(Role.Investigator, "en");

        Assert.Contains(Page("confirm"), await LinksAsync(_tablet, "/"));
        Assert.DoesNotContain(Page("confirm"), await LinksAsync(other, "/"));
        Assert.Contains(Page("vouch"), await LinksAsync(assurance, "/"));
        Assert.Contains(Page("vouch"), await LinksAsync(investigator, "/"));
        var shown = (await other.GetAsync($"/Chains/{Coi}")).QuerySelector($"[data-safety-act='{_act.Number}']")!.TextContent;
        Assert.Contains("NOT CONFIRMED WHO DID IT", shown, StringComparison.Ordinal);
        Assert.Contains("WardNurse I", shown, StringComparison.Ordinal);
        Assert.Contains("the session had lapsed", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_BySomebodyElsesSignature_IsRefused_ThenByThePerson_ClosesIt()
    {
        using var other = await _site.TabletAsync(Role.WardNurse, "en", 1);
        using var wrong = await other.TakeAsync(Page("confirm"), NewAttempt(), [_site.Crew(Role.WardNurse, 1)]);
        Assert.Contains("somebody else's name", await Tablet.SaysAsync(wrong), StringComparison.Ordinal);

        using var right = await _tablet.TakeAsync(Page("confirm"), NewAttempt(), [Nurse]);

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var last = (await _site.HistoryAsync(Coi))[^1];
        Assert.Equal(_act.Number, Assert.IsType<SafetyActConfirmed>(last.What).Number);
        Assert.Equal(Nurse.Person.Number, Assert.Single(last.Act.Signatures).By);
        Assert.Null((await _tablet.GetAsync($"/Chains/{Coi}")).QuerySelector($"[data-safety-act='{_act.Number}']"));
        Assert.DoesNotContain(Page("confirm"), await LinksAsync(_tablet, "/"));
    }

    [Fact]
    public async Task Confirm_WithAWrongPin_LeavesItOpen()
    {
        using var answer = await _tablet.TakeAsync(Page("confirm"), NewAttempt(), [Nurse with { Pin = "000000" }]);

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(_act, (await _site.ChainAsync(Coi)).SafetyActs, ByNumber);
    }

    [Fact]
    public async Task ConfirmAndDispute_AtOnce_OneCounts()
    {
        using var elsewhere = await _site.TabletAsync(Role.WardNurse, "en");
        var answers = await Task.WhenAll(
            _tablet.TakeAsync(Page("confirm"), NewAttempt(), [Nurse]), elsewhere.TakeAsync(Page("dispute"), NewAttempt(), [Nurse]));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await _site.HistoryAsync(Coi), happened => happened.What switch
        {
            SafetyActConfirmed confirmed => confirmed.Number == _act.Number,
            SafetyActDisputed disputed => disputed.Number == _act.Number,
            _ => false,
        });
    }

    [Fact]
    public async Task Dispute_IsSettledByQuality_WithAReason_AndStandsInTheTrail()
    {
        using var disputed = await _tablet.TakeAsync(Page("dispute"), NewAttempt(), [Nurse]);
        Assert.Equal(HttpStatusCode.Redirect, disputed.StatusCode);
        using var assurance = await _site.TabletAsync(Role.QualityAssurance, "en");
        Assert.Contains("DISPUTED WHO DID IT", (await assurance.GetAsync($"/Chains/{Coi}")).Body!.TextContent, StringComparison.Ordinal);

        var other = _site.Crew(Role.WardNurse, 1).Person.Number.ToString();
        using var incomplete = await SettleAsync(assurance, "somebody-else", "");
        Assert.Contains("11 characters", await Tablet.SaysAsync(incomplete), StringComparison.Ordinal);
        using var settled = await SettleAsync(assurance, "somebody-else", other);

        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        var what = Assert.IsType<SafetyActSettled>((await _site.HistoryAsync(Coi))[^1].What);
        Assert.Equal((_act.Number, "DEV-7", other), (what.Number, what.Basis, $"{what.Actual}"));
        var trail = (await assurance.GetAsync($"/Quality/Audit?Thing={Coi}")).Body!.TextContent;
        Assert.Contains("Settled who did it", trail, StringComparison.Ordinal);
        Assert.Contains("To be confirmed who did it", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedAccount_IsSpokenForByQualityAndASecondPerson_AtOnce()
    {
        using var assurance = await _site.TabletAsync(Role.QualityAssurance, "en");
        var (first, second) = (_site.Crew(Role.QualityAssurance), _site.Crew(Role.Investigator));
        using var early = await VouchAsync(assurance, first, second);
        Assert.Contains("person's own signature", (await Desk.PageAsync(early)).Body!.TextContent, StringComparison.Ordinal);

        await ChangeAsync(admin => admin.SetActiveAsync(Nurse.Person.Number, active: false, default));
        using var alone = await VouchAsync(assurance, first, first);
        using var two = await VouchAsync(assurance, first, second);

        Assert.NotEqual(HttpStatusCode.Redirect, alone.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, two.StatusCode);
        Assert.Equal(2, (await _site.HistoryAsync(Coi))[^1].Act.Signatures.Count);
        await ChangeAsync(admin => admin.SetActiveAsync(Nurse.Person.Number, active: true, default));
    }

    [Fact]
    public async Task SecretThatGotKnown_OpensNothingButSafety_AndLeavesADoubt()
    {
        await ChangeAsync(admin => admin.CloseLeakedAsync(Nurse.Person.Number, Credential.Password, default));
        await _tablet.SignInAgainAsync(Nurse);
        using var home = await _tablet.OpenAsync("/");
        Assert.StartsWith("/Account/NewSecrets", home.Headers.Location!.ToString(), StringComparison.Ordinal);

        var act = await ReactAsync(_tablet);

        Assert.Equal([ActDoubt.SharedSecret], act.Doubts);
        await ChangeAsync(admin => admin.ChangePasswordAsync(Nurse.Person.Number, $"another password {act.Number}", default));
    }

    private static bool Same(SafetyAct one, SafetyAct other) => one.Number == other.Number;

    private static EqualityComparer<SafetyAct> ByNumber { get; } =
        EqualityComparer<SafetyAct>.Create((one, other) => one is not null && other is not null && Same(one, other));

    private static string NewAttempt() => Guid.NewGuid().ToString("N");

    private string Page(string step) => $"/Quality/Step/safety.{step}/{Coi}/{_act.Number.ToString(CultureInfo.InvariantCulture)}";

    private Task<HttpResponseMessage> SettleAsync(Tablet tablet, string finding, string actual) => tablet.TakeAsync(
        Page("settle"), NewAttempt(), [_site.Crew(Role.QualityAssurance)], ("finding", finding), ("actual", actual), ("evidence", "DEV-7"));

    private Task<HttpResponseMessage> VouchAsync(Tablet tablet, params CrewMember[] signers) =>
        tablet.TakeAsync(Page("vouch"), NewAttempt(), signers, ("finding", "the-person"), ("evidence", "ROTA-1"));

    private static async Task<IEnumerable<string?>> LinksAsync(Tablet tablet, string page) =>
        (await tablet.GetAsync(page)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));

    private async Task<SafetyAct> ReactAsync(Tablet tablet)
    {
        var page = $"/Ward/Step/infusion.reaction/{Coi}/{(await _site.ChainAsync(Coi)).BagsOf(1).First().Id}";
        var token = (await tablet.GetAsync(page)).QuerySelector(".step-form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var taken = await tablet.PostFormAsync($"{page}?handler=Take", ("__RequestVerificationToken", token), ("Attempt", NewAttempt()), ("grade", "1"));
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        return (await _site.ChainAsync(Coi)).SafetyActs[^1];
    }

    private async Task ChangeAsync(Func<PersonAdmin, Task<PersonChange>> change)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        Assert.IsType<PersonChange.Done>(await change(scope.ServiceProvider.GetRequiredService<PersonAdmin>()));
    }
}
