using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Commands;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Pages.Transport;

/// <summary>X-17: a temperature logger's file, entered by a courier for a leg and by the keeper for a tank.</summary>
public sealed class LoggerTests : IAsyncLifetime
{
    private const string OfALeg = "/Transport/Logger";
    private const string OfATank = "/CellStore/Logger";

    private LiveSite _site = null!;

    private CoiId A => _site.Chains[0];

    private CoiId B => _site.Chains[1];

    private CoiId OnItsWay => _site.Chains[2];

    public async Task InitializeAsync() =>
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bags.confirm"), DemoLeg.UpTo("bags.confirm"), DemoLeg.UpTo("collection.hand-over"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ru", "ТЕМПЕРАТУРА ВНЕ ПРЕДЕЛОВ", "ЗАПРЕТ № 1")]
    [InlineData("en", "TEMPERATURE OUT OF LIMITS", "HOLD no. 1")]
    public async Task Leg_ThatWasWarm_IsHeld_AndSaysWhatTheLoggerSaw(string language, string verdict, string hold)
    {
        _site.Time.Advance(TimeSpan.FromMinutes(30));
        var leg = await LegAsync();
        var at = leg.From;
        using var tablet = await _site.TabletAsync(Role.Courier, language);

        using var answer = await SendAsync(tablet, OfALeg, Role.Courier, File((at.AddMinutes(1), "5,0"), (at.AddMinutes(10), "9,4"), (at.AddMinutes(20), "6")), Leg(leg));

        var text = (await tablet.FollowAsync(answer)).Body!.TextContent;
        Assert.Contains(verdict, text, StringComparison.Ordinal);
        Assert.Contains(hold, text, StringComparison.Ordinal);
        var chain = await _site.ChainAsync(OnItsWay);
        var logged = (TemperatureLogged)chain.Past[^2].What;
        Assert.Equal((5.0m, 9.4m, at.AddMinutes(10), at.AddMinutes(10)), (logged.MinC, logged.MaxC, logged.OutsideFrom, logged.OutsideUntil));
        Assert.Equal((Hold.Temperature, chain.CurrentCollection!.Donation.ToString()), (chain.Holds[0].Reason, chain.Holds[0].Of));
        Assert.Equal(_site.Crew(Role.Courier).Person.Number, chain.Past[^1].Act.By);
    }

    [Fact]
    public async Task Leg_WithAGap_SaysIt_AndIsNotHeld()
    {
        _site.Time.Advance(TimeSpan.FromMinutes(60));
        var leg = await LegAsync();
        using var tablet = await _site.TabletAsync(Role.LabOperator, "en");

        using var answer = await SendAsync(tablet, OfALeg, Role.LabOperator, File((leg.From.AddMinutes(20), "5"), (leg.From.AddMinutes(50), "5")), Leg(leg));

        Assert.Contains("no readings for 50 min", (await tablet.FollowAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await _site.ChainAsync(OnItsWay)).Holds);
    }

    [Fact]
    public async Task Tank_ThatWasWarm_HoldsTheBagsOfEveryChain_InOneMoment_AndVerifyAgrees()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));
        var now = _site.Time.GetUtcNow();
        using var tablet = await _site.TabletAsync(Role.Cryostore);
        using var page = await tablet.GetAsync(OfATank);

        using var answer = await SendAsync(tablet, OfATank, Role.Cryostore, File((now.AddMinutes(-20), "-120"), (now.AddMinutes(-10), "-160")), Positions(page));

        Assert.Contains("4 из 4", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        var (a, b) = (await _site.ChainAsync(A), await _site.ChainAsync(B));
        Assert.Equal([.. a.Bags.Concat(b.Bags).Select(bag => bag.Id.ToString())], a.Holds.Concat(b.Holds).Select(hold => hold.Of));
        Assert.Equal(a.Past[^1].Act.RecordedAt, b.Past[^1].Act.RecordedAt);
        Assert.Empty((await _site.ChainAsync(OnItsWay)).Holds);
        var (code, _, error) = await Terminal.RunAsync("", "verify", "--database", Path.Combine(_site.Folder, "hemc101.db"));
        Assert.Equal((0, ""), (code, error));
    }

    [Fact]
    public async Task Tank_WithTheOtherPositionsTakenOut_HoldsTheOneBagAlone()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));
        var bag = (await _site.ChainAsync(A)).Bags[0];
        using var tablet = await _site.TabletAsync(Role.Cryostore);

        using var answer = await SendAsync(
            tablet, OfATank, Role.Cryostore, File((_site.Time.GetUtcNow().AddMinutes(-20), "-120")), ("Positions", bag.Position!.Value.ToString()));

        Assert.Equal([bag.Id.ToString()], (await _site.ChainAsync(A)).Holds.Select(hold => hold.Of));
        Assert.Empty((await _site.ChainAsync(B)).Holds);
    }

    [Theory]
    [InlineData("02.03.2026 12:00;5\nhello;5", "строка 2")]
    [InlineData("02.03.2026 12:00;5", "Ни одно показание")]
    [InlineData("02.03.2126 12:00;5", "из будущего")]
    [InlineData("", "Приложите файл")]
    public async Task File_ThatCannotBeUsed_IsRefusedInWords_AndNothingIsWritten(string text, string sentence)
    {
        var before = _site.Written();
        using var tablet = await _site.TabletAsync(Role.Courier);

        using var answer = await SendAsync(tablet, OfALeg, Role.Courier, Encoding.UTF8.GetBytes(text), Leg(await LegAsync()));

        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("CHA999926000001/99999999999999")]
    [InlineData("")]
    public async Task Leg_ThatIsNone_IsRefused(string leg)
    {
        using var tablet = await _site.TabletAsync(Role.Courier, "en");

        using var answer = await SendAsync(tablet, OfALeg, Role.Courier, File((_site.Time.GetUtcNow().AddMinutes(-1), "5")), ("Leg", leg));

        Assert.Contains("Choose the leg", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_LargerThanTheLimit_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.Courier, "en");

        using var answer = await SendAsync(tablet, OfALeg, Role.Courier, new byte[LoggerReader.MostBytes + 1], Leg(await LegAsync()));

        Assert.Contains("2 MB", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignerWithoutTheRole_IsRefused()
    {
        var leg = await LegAsync();
        using var tablet = await _site.TabletAsync(Role.Courier, "en");

        using var answer = await SendAsync(tablet, OfALeg, Role.Investigator, File((leg.From, "5")), Leg(leg));

        Assert.Contains("may not sign", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.DoesNotContain((await _site.ChainAsync(OnItsWay)).Past, entry => entry.What is TemperatureLogged);
    }

    [Fact]
    public async Task SameFile_SentTwiceAtOnce_IsEnteredOnce()
    {
        var leg = await LegAsync();
        var file = File((leg.From, "9"));
        using var here = await _site.TabletAsync(Role.Courier);
        using var there = await _site.TabletAsync(Role.Courier, index: 1);

        var answers = await Task.WhenAll(SendAsync(here, OfALeg, Role.Courier, file, Leg(leg)), SendAsync(there, OfALeg, Role.Courier, file, Leg(leg)));
        var said = await Task.WhenAll(answers.Select(Tablet.SaysAsync));
        answers.ToList().ForEach(answer => answer.Dispose());

        Assert.Single(said, text => text.Contains("ТЕМПЕРАТУРА ВНЕ ПРЕДЕЛОВ", StringComparison.Ordinal));
        Assert.Single(said, text => text.Contains("уже внесён", StringComparison.Ordinal));
        Assert.Single((await _site.ChainAsync(OnItsWay)).Holds);
    }

    [Fact]
    public async Task SameForm_SentTwice_IsOneImport()
    {
        var leg = await LegAsync();
        using var tablet = await _site.TabletAsync(Role.Courier, "en");

        using var first = await SendAsync(tablet, OfALeg, Role.Courier, File((leg.From, "5")), Leg(leg), ("Attempt", "one"));
        using var second = await SendAsync(tablet, OfALeg, Role.Courier, File((leg.From, "5")), Leg(leg), ("Attempt", "one"));

        Assert.Contains("entered already", await Tablet.SaysAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tank_WhenTheSecondChainCannotBeWritten_LeavesTheFirstAsItWas()
    {
        _site.Time.Advance(TimeSpan.FromHours(2));
        var before = _site.Written();
        await RefuseAsync(B);
        using var tablet = await _site.TabletAsync(Role.Cryostore);
        using var page = await tablet.GetAsync(OfATank);

        using var answer = await SendAsync(tablet, OfATank, Role.Cryostore, File((_site.Time.GetUtcNow().AddMinutes(-20), "-120")), Positions(page));

        Assert.NotEqual(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, _site.Written());
        Assert.Empty((await _site.ChainAsync(A)).Holds);
    }

    [Fact]
    public async Task OverdueLeg_IsMarkedOnTheWorkList_OnceItsTimeIsOver()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator, "en");
        using var early = await tablet.GetAsync("/Transport");
        _site.Time.Advance(TimeSpan.FromMinutes(5));
        var due = (await _site.ChainAsync(OnItsWay)).CurrentCollection!;
        _site.Time.Advance(due.DepartedAt!.Value.AddMinutes(due.MaxTransportMinutes!.Value) - _site.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        using var again = await _site.TabletAsync(Role.LabOperator, "en");

        using var late = await again.GetAsync("/Transport");

        Assert.Null(early.QuerySelector("[data-overdue]"));
        Assert.Contains("OVERDUE", late.QuerySelector("[data-overdue]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostCollection_IsShownOnItsChain_WithTheTeamToTell()
    {
        var chain = await _site.ChainAsync(OnItsWay);
        var step = Tablet.Step("Transport", "collection.lost", OnItsWay, chain.CurrentCollection!.Donation.ToString());
        using var tablet = await _site.TabletAsync(Role.Courier, "en");
        using var answer = await tablet.TakeAsync(step, "lost-1", [_site.Crew(Role.Courier), _site.Crew(Role.LabOperator)], ("reason", "not-arrived"));

        using var page = await tablet.GetAsync($"/Chains/{OnItsWay}");

        var said = page.QuerySelector("[data-lost]")!.TextContent;
        Assert.Contains("LOST", said, StringComparison.Ordinal);
        Assert.All(Team.Of(chain), name => Assert.Contains(name, said, StringComparison.Ordinal));
        Assert.NotEmpty(Team.Of(chain));
    }

    private (string Name, string Value) Leg(Stay stay) => ("Leg", string.Create(CultureInfo.InvariantCulture, $"{OnItsWay}/{stay.Version}"));

    private static IEnumerable<(string Name, string Value)> Positions(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("input[name=Positions][checked]").Select(box => ("Positions", box.GetAttribute("value")!));

    private static byte[] File(params (DateTimeOffset At, string C)[] readings) => Encoding.UTF8.GetBytes(string.Join(
        '\n', readings.Select(reading => $"{reading.At.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)};{reading.C}")));

    private async Task<Stay> LegAsync() => Whereabouts.Of(await _site.ChainAsync(OnItsWay)).Single();

    private async Task<HttpResponseMessage> SendAsync(
        Tablet tablet, string page, Role signer, byte[] file, params IEnumerable<(string Name, string Value)> fields)
    {
        var who = _site.Crew(signer);
        return await tablet.PostFileAsync(page, "Import", [.. fields, ("Signers[0].Signer", who.Badge), ("Signers[0].Secret", who.Pin)], "Log", file);
    }

    /// <summary>The database takes nothing more of this chain.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Written by the tests.")]
    private async Task RefuseAsync(CoiId coi)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_site.Folder, "hemc101.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "create trigger refuse_one before insert on ledger when new.stream = 'chain/" + coi + "' begin select raise(abort, 'no'); end";
        await command.ExecuteNonQueryAsync();
    }
}
