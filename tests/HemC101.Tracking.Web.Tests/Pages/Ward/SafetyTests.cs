using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>An infusion runs, and whoever is at the bed can act for safety, whatever has become of their session meanwhile.</summary>
public sealed class SafetyTests(SafetyTests.Bed bed) : IClassFixture<SafetyTests.Bed>, IAsyncLifetime
{
    private readonly LiveSite _site = bed.Site;
    private Tablet _tablet = null!;
    private string _page = "";

    private CoiId Coi => _site.Chains[0];

    private StaffNumber Nurse => _site.Crew(Role.WardNurse).Person.Number;

    public async Task InitializeAsync()
    {
        _tablet = await _site.TabletAsync(Role.WardNurse, "en");
        _page = $"/Ward/Step/infusion.reaction/{Coi}/{(await _site.ChainAsync(Coi)).BagsOf(1).First().Id}";
    }

    public Task DisposeAsync()
    {
        _tablet.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Reaction_AfterTheSessionLapsed_IsTakenAndToldAtSignIn()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));

        await IsTakenAsync(ActDoubt.LapsedSession);
    }

    /// <summary>A session that lapsed opens this page alone: a form that names another step must not take that one through it.</summary>
    [Fact]
    public async Task Reaction_TheFormNamesAnotherStepAndParticipant_TakesWhatTheAddressSays()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));

        using var taken = await PostAsync(("id", "infusion.end"), ("coi", "A9999-26-000099-0"), ("target", ""));

        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        Assert.IsType<ReactionRecorded>((await _site.HistoryAsync(Coi))[^2].What);
    }

    [Fact]
    public async Task Reaction_AfterTheSessionWasEndedFromAfar_IsTaken()
    {
        await EndAsync();

        await IsTakenAsync(ActDoubt.EndedSession);
    }

    /// <summary>Whoever has the cookie of a session that was ended, or of a closed account, needs no name to stop an infusion.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_AfterTheSessionWasEndedOrTheAccountClosed_ShowsTheSubjectNumberAlone_AndIsNoLook(bool closed)
    {
        var subject = (await _site.ChainAsync(Coi)).Subject;
        if (closed)
        {
            await ChangeAsync(admin => admin.SetActiveAsync(Nurse, active: false, default));
        }
        else
        {
            await EndAsync();
        }

        var before = await LooksAsync();

        using var page = await _tablet.GetAsync(_page);

        Assert.Contains(subject.ToString(), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ТЕСТОВ", page.Body.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1980", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await LooksAsync());
        if (closed)
        {
            await ChangeAsync(admin => admin.SetActiveAsync(Nurse, active: true, default));
        }
    }

    [Fact]
    public async Task Page_WhileTheSessionLives_ShowsTheName()
    {
        using var page = await _tablet.GetAsync(_page);

        Assert.Contains("ТЕСТОВ", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Reaction_AfterTheTrainingEnded_IsTaken()
    {
        var yesterday = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddDays(-1);
        await ChangeAsync(admin => admin.ChangeTrainingAsync(
            Nurse, new Dictionary<Role, Training> { [Role.WardNurse] = new(yesterday.AddYears(-1), yesterday) }, default));

        await IsTakenAsync(ActDoubt.EndedSession, ActDoubt.SuspendedRole);
        await ChangeAsync(admin => admin.ChangeTrainingAsync(Nurse, new Dictionary<Role, Training>(), default));
    }

    [Fact]
    public async Task Reaction_AfterTheAccountWasClosed_IsTaken()
    {
        await ChangeAsync(admin => admin.SetActiveAsync(Nurse, active: false, default));

        await IsTakenAsync(ActDoubt.ClosedAccount);
        await ChangeAsync(admin => admin.SetActiveAsync(Nurse, active: true, default));
    }

    [Fact]
    public async Task Reaction_AfterTheRoleWasTakenAway_IsRefused()
    {
        await ChangeAsync(admin => admin.ChangeRolesAsync(Nurse, new HashSet<Role> { Role.Courier }, default));

        using var answer = await _tablet.OpenAsync(_page);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await ChangeAsync(admin => admin.ChangeRolesAsync(Nurse, new HashSet<Role> { Role.WardNurse }, default));
    }

    [Fact]
    public async Task Reaction_AfterAWholeShift_AsksToSignIn()
    {
        _site.Time.Advance(SessionEvents.Shift + TimeSpan.FromMinutes(1));

        using var answer = await _tablet.OpenAsync(_page);

        Assert.StartsWith("/Account/SignIn", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/Ward")]
    [InlineData("/Chains/{coi}")]
    [InlineData("/Ward/Step/tolerance.decide/{coi}")]
    public async Task AnythingElse_AfterTheSessionLapsed_AsksToSignIn(string page)
    {
        _site.Time.Advance(TimeSpan.FromMinutes(31));

        using var answer = await _tablet.OpenAsync(page.Replace("{coi}", Coi.ToString(), StringComparison.Ordinal));

        Assert.StartsWith("/Account/SignIn", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private async Task EndAsync()
    {
        await using var work = await _site.Database.BeginAsync(default);
        await Sessions.EndAllAsync(work, Nurse, null, _site.Time.GetUtcNow(), default);
        await work.CommitAsync(default);
    }

    /// <summary>When nothing waits to be written any more.</summary>
    private async Task<int> LooksAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(600));
        return (await PersonalDataLooks.ListAsync(_site.Database, new LookFilter(null, null, null, null), null, 500, default)).Count;
    }

    private async Task IsTakenAsync(params ActDoubt[] doubts)
    {
        using var taken = await PostAsync();

        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        var last = (await _site.HistoryAsync(Coi))[^2];
        Assert.IsType<ReactionRecorded>(last.What);
        Assert.Equal(doubts, Assert.IsType<ConfirmationWanted>((await _site.HistoryAsync(Coi))[^1].What).Doubts);
        Assert.Equal((Nurse, Instants.CutToMilliseconds(_site.Time.GetUtcNow())), (last.Act.By, last.Act.RecordedAt));
        var next = await _tablet.FollowAsync(taken);
        Assert.Contains("Recorded", next.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(params IReadOnlyList<(string Name, string Value)> more)
    {
        var form = await _tablet.GetAsync(_page);
        var token = form.QuerySelector(".step-form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await _tablet.PostFormAsync(
            $"{_page}?handler=Take", [("__RequestVerificationToken", token), ("Attempt", Guid.NewGuid().ToString("N")), ("grade", "1"), .. more]);
    }

    private async Task ChangeAsync(Func<PersonAdmin, Task<PersonChange>> change)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        Assert.IsType<PersonChange.Done>(await change(scope.ServiceProvider.GetRequiredService<PersonAdmin>()));
    }

    /// <summary>Of a participant whose Day 1 dose runs.</summary>
    public sealed class Bed : IAsyncLifetime
    {
        internal LiveSite Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"));

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
