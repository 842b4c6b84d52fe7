using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>What stands on the pages of work, what the page Alarms says, and who takes an alarm upon themselves.</summary>
public sealed class AlarmPagesTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bag.depart", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(Role.WardNurse, "/", true)]
    [InlineData(Role.WardNurse, "/Ward", true)]
    [InlineData(Role.WardNurse, "/Laboratory", false)]
    [InlineData(Role.Courier, "/Transport", true)]
    [InlineData(Role.LabOperator, "/", false)]
    [InlineData(Role.Administrator, "/", false)]
    public async Task Bag_OverdueOnItsWay_StandsWhereItConcernsSomebody(Role role, string page, bool stands)
    {
        _site.Time.Advance(TimeSpan.FromHours(2));
        using var tablet = await _site.TabletAsync(role);

        var shown = Shown(await tablet.GetAsync(page), AlarmKind.BagOverdue);

        Assert.Equal(stands, shown.Count == 1);
        Assert.All(shown, alarm => Assert.Equal("Urgent", alarm.GetAttribute("data-level")));
        Assert.All(shown, alarm => Assert.Contains($"{_site.Chains.Count}", alarm.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Board_WithSeveral_HasTheUrgentFirst_InBothLanguages()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));
        using var russian = await _site.TabletAsync(Role.WardNurse);
        using var english = await _site.TabletAsync(Role.WardNurse, "en", 1);

        var page = await russian.GetAsync("/");
        var levels = page.QuerySelectorAll("[data-alarm]").Select(alarm => alarm.GetAttribute("data-level")).ToList();
        Assert.True(levels.Count > 1);
        Assert.Equal(levels.OrderBy(level => level == "Watch"), levels);
        Assert.Contains("Пакет в пути дольше, чем можно", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("longer than allowed", (await english.GetAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutAWayOut_SaysThatNothingIsSent()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        Assert.Contains("Наружу ничего не отправляется", (await tablet.GetAsync("/Alarms")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mismatch_IsAcknowledgedByWhomItConcerns_Once_AndStandsNoMore()
    {
        await MismatchAsync();
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        using var second = await _site.TabletAsync(Role.QualityAssurance, index: 1);
        using var courier = await _site.TabletAsync(Role.Courier);
        Assert.Single(Shown(await quality.GetAsync("/"), AlarmKind.IdentityMismatch));
        var key = KeyOf(await quality.GetAsync("/Alarms"), AlarmGroup.Quality);

        Assert.Null((await courier.GetAsync("/Alarms")).QuerySelector("input[name=Key]"));
        using var strange = await courier.PostAsync("/Alarms", "Acknowledge", [("Key", key)]);
        Assert.Contains("кого она касается", await Tablet.SaysAsync(strange), StringComparison.Ordinal);
        using var done = await quality.PostAsync("/Alarms", "Acknowledge", [("Key", key)]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var late = await second.PostAsync("/Alarms", "Acknowledge", [("Key", key)]);
        Assert.Contains("уже подтвердили", await Tablet.SaysAsync(late), StringComparison.Ordinal);

        var row = await AlarmRows.FindAsync(_site.Database, key, default);
        Assert.Equal(_site.Crew(Role.QualityAssurance).Person.Number, row!.AcknowledgedBy);
        var entry = Assert.Single(await EventLedger.ReadStreamAsync(_site.Database, AlarmRows.StreamOf(key), default));
        Assert.Equal((AlarmEvents.Acknowledged, $"{row.AcknowledgedBy}", row.AcknowledgedAt), (entry.Type, entry.Actor, entry.RecordedAt));
        Assert.Single(Shown(await quality.GetAsync("/"), AlarmKind.IdentityMismatch));
        using var medical = await quality.PostAsync("/Alarms", "Acknowledge", [("Key", KeyOf(await quality.GetAsync("/Alarms"), AlarmGroup.Medical))]);
        Assert.Empty(Shown(await quality.GetAsync("/"), AlarmKind.IdentityMismatch));
        var trail = (await quality.GetAsync("/Quality/Audit")).Body!.TextContent;
        Assert.Contains("Тревога подтверждена", trail, StringComparison.Ordinal);
        Assert.Contains("НЕСОВПАДЕНИЕ ЛИЧНОСТИ: отсканирована", trail, StringComparison.Ordinal);
        await AgreesAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no such alarm")]
    [InlineData("'; drop table alarm; --")]
    public async Task Acknowledge_OfNothing_IsSaid(string key)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await tablet.PostAsync("/Alarms", "Acknowledge", [("Key", key)]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Такой тревоги нет", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledge_ByTwoAtOnce_IsOnesOwn()
    {
        await MismatchAsync();
        using var first = await _site.TabletAsync(Role.QualityAssurance);
        using var second = await _site.TabletAsync(Role.QualifiedPerson);
        var key = KeyOf(await first.GetAsync("/Alarms"), AlarmGroup.Quality);

        var answers = await Task.WhenAll(new[] { first, second }.Select(tablet => tablet.PostAsync("/Alarms", "Acknowledge", [("Key", key)])));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await EventLedger.ReadStreamAsync(_site.Database, AlarmRows.StreamOf(key), default));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Clock_ThatIsUrgent_IsRaisedOnce_AndPassesWhenTheBagCameIn()
    {
        var clocks = _site.Services.GetRequiredService<AlarmClocks>();
        await clocks.LookAsync(default);
        Assert.DoesNotContain(await AlarmRows.ListRunningAsync(_site.Database, default), row => row.Kind == AlarmKind.BagOverdue);
        _site.Time.Advance(TimeSpan.FromHours(2));

        await clocks.LookAsync(default);
        await clocks.LookAsync(default);

        var raised = (await AlarmRows.ListOpenAsync(_site.Database, default)).Where(row => row.Kind == AlarmKind.BagOverdue).ToList();
        Assert.Equal([AlarmGroup.Medical, AlarmGroup.ColdChain], raised.Select(row => row.AlarmGroup).Order());
        Assert.All(raised, row => Assert.Equal(row.RaisedAt + TimeSpan.FromMinutes(5), row.NextAt));
        await AgreesAsync();

        var bag = (await _site.ChainAsync(Coi)).BagsOf(1).Last().Id;
        await HappenAsync(new BagReturned(bag, "late", true, true));
        await clocks.LookAsync(default);

        Assert.All(raised, row => Assert.NotNull(AlarmRows.FindAsync(_site.Database, row.AlarmKey, default).Result!.PassedAt));
        Assert.Equal(
            [AlarmEvents.Raised, AlarmEvents.Passed],
            (await EventLedger.ReadStreamAsync(_site.Database, AlarmRows.StreamOf(raised[0].AlarmKey), default)).Select(entry => entry.Type));
        await AgreesAsync();
    }

    private static IReadOnlyList<IElement> Shown(IHtmlDocument page, AlarmKind kind) => [.. page.QuerySelectorAll($".alarms [data-alarm={kind}]")];

    private static string KeyOf(IHtmlDocument page, AlarmGroup group) =>
        ((IHtmlInputElement)page.QuerySelector($"[data-group={group}] input[name=Key]")!).Value;

    private Task MismatchAsync() => HappenAsync(new IdentityMismatched("bedside.first", "band", "a", "b", null));

    private async Task HappenAsync(ChainEvent what)
    {
        await using var uow = await _site.Database.BeginAsync(default);
        var now = _site.Time.GetUtcNow();
        var act = new Act(_site.Crew(Role.WardNurse).Person.Number, "Ward", now, now, "bag.return", [], [], "test-1");
        var before = ChainState.Fold(await ChainStreams.HistoryAsync(uow, Coi, default));
        Assert.NotNull(await ChainStreams.AppendAsync(uow, Coi, before, [what], act, default));
        await uow.CommitAsync(default);
    }

    /// <summary>What verify would say of the alarms.</summary>
    private async Task AgreesAsync()
    {
        await using var session = await _site.Database.ReadAsync(default);
        Assert.DoesNotContain((await ProjectionCheck.FindAsync(session, default))?.Table, new[] { "alarm", "on_call" });
    }
}
