using System.Globalization;
using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Nodes;

/// <summary>Two processes of the application on one PostgreSQL database: one site, as its people see it.</summary>
public sealed class TwoSitesTests : IAsyncLifetime, IDisposable
{
    /// <summary>Half of them nurses, half of them couriers, each at a tablet of their own.</summary>
    private const int People = 16;
    private const int Pairs = People / 2;
    private const int Others = 3;
    private const int WrongPins = 10;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-nodes-");
    private readonly List<SiteProcess> _nodes = [];
    private ServerDatabase? _server;
    private Database? _database;
    private FilledSite? _filled;

    private Database Database => _database!;

    private CoiId Coi => _filled!.Chains[0];

    public async Task InitializeAsync()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)))
        {
            return;
        }

        _server = new ServerDatabase();
        _database = new Database(_server.Address);
        _filled = await FreshSite.FillAsync(
            _data, _server.Arguments, role => role is Role.ApheresisNurse or Role.Courier ? Pairs : Others, [DemoLeg.UpTo("collection.disconnect")]);
        _nodes.Add(await SiteProcess.StartAsync(_data, _server.Arguments));
        _nodes.Add(await SiteProcess.StartAsync(_data, _server.Arguments));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Dispose();
    }

    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
        if (Directory.Exists(_data.FullName))
        {
            _data.Delete(recursive: true);
        }
    }

    [PostgresFact]
    public async Task SignedInOnOne_WorksOnTheOther_UntilSignedOut()
    {
        var cookies = new CookieContainer();
        using var here = new Tablet(Client(0, cookies));
        using var there = new Tablet(Client(1, cookies));
        await here.SignInAgainAsync(Member(Role.ApheresisNurse));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there));
        using var left = await there.PostAsync("/Account/SignOut", handler: null, []);

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(here));
    }

    [PostgresFact]
    public async Task LockedOutOnOne_IsLockedOutOnTheOther()
    {
        var nurse = Member(Role.ApheresisNurse);
        using var here = new Tablet(Client(0, new()));
        for (var i = 0; i < WrongPins; i++)
        {
            using var wrong = await here.PostAsync("/Account/SignIn", "Badge", [("Badge", nurse.Badge), ("Pin", "000000")]);
        }

        using var there = new Tablet(Client(1, new()));
        using var right = await there.PostAsync("/Account/SignIn", "Badge", [("Badge", nurse.Badge), ("Pin", nurse.Pin)]);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [PostgresFact]
    public async Task ManyPeopleAtOneStep_OneWins_TheOthersReadWhy()
    {
        var step = await StepAsync();
        var tablets = await Task.WhenAll(Enumerable.Range(0, People).Select(i => ScannedAsync(step, i)));

        var answers = await Task.WhenAll(tablets.Select((tablet, i) => tablet.TakeAsync(
            step, Attempt(i), [Member(Role.ApheresisNurse, i % Pairs), Member(Role.Courier, i % Pairs)], ("logger", "LOG-1"), ("max_minutes", "120"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        foreach (var refused in answers.Where(answer => answer.StatusCode == HttpStatusCode.OK))
        {
            Assert.Contains("возможно, его уже выполнили", await Tablet.SaysAsync(refused), StringComparison.Ordinal);
        }

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{answer.StatusCode}"));
        Assert.Single(await ChainStreams.HistoryAsync(Database, Coi, default), happened => happened.What is CollectionHandedOver);
        Assert.Null((await EventLedger.VerifyAsync(Database, default)).First);
        Array.ForEach(tablets, tablet => tablet.Dispose());
    }

    [PostgresFact]
    public async Task OneValueCorrectedOnBothNodesAtOnce_OneWins_TheOtherReadsWhy()
    {
        var entry = (await ChainStreams.HistoryAsync(Database, Coi, default)).Single(happened => happened.What is CollectionCompleted).Version;
        var step = Tablet.Step("Quality", "record.correct", Coi, $"{entry}.VolumeMl");
        var tablets = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Tablet.SignInAsync(Client(i, new()), Member(Role.ApheresisNurse, i), "ru")));

        var answers = await Task.WhenAll(tablets.Select((tablet, i) => tablet.TakeAsync(
            step, Attempt(i), [Member(Role.ApheresisNurse, i), Member(Role.ApheresisPhysician, i)],
            ("value", string.Create(CultureInfo.InvariantCulture, $"{120 + i}")), ("reason", "misread"), ("document", ""))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains(
            "исправил кто-то другой", await Tablet.SaysAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.OK)), StringComparison.Ordinal);
        Assert.Single(await ChainStreams.HistoryAsync(Database, Coi, default), happened => happened.What is RecordCorrected);
        Assert.Null((await EventLedger.VerifyAsync(Database, default)).First);
        Array.ForEach(tablets, tablet => tablet.Dispose());
    }

    [PostgresFact]
    public async Task SettingsIssuedOnBothNodesAtOnce_OneWins_AndBothNodesGoByIt()
    {
        CrewMember[] signers = [Member(Role.Investigator), Member(Role.QualityAssurance)];
        var tablets = await Task.WhenAll(signers.Select((who, i) => Tablet.SignInAsync(Client(i, new()), who, "ru")));
        var forms = await Task.WhenAll(tablets.Select(async (tablet, i) =>
        {
            using var answer = await SettingsForms.CheckAsync(tablet, await SettingsForms.FilledAsync(tablet, $"node-{i}", ("v:thaw.max", $"{11 + i}")));
            return SettingsForms.Signed(await Desk.PageAsync(answer), signers);
        }));

        var answers = await Task.WhenAll(tablets.Select((tablet, i) => SettingsForms.SendAsync(tablet, forms[i])));

        var won = Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains($"выпущена версия «node-{won}»", await Tablet.SaysAsync(answers[1 - won]), StringComparison.Ordinal);
        foreach (var tablet in tablets)
        {
            using var page = await tablet.GetAsync("/Administration/Settings");
            Assert.Contains($"{11 + won} мин", page.QuerySelector("[data-setting='thaw.max']")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Null((await EventLedger.VerifyAsync(Database, default)).First);
        Array.ForEach(tablets, tablet => tablet.Dispose());
    }

    [PostgresFact]
    public async Task OneNodeKilled_TheOtherGoesOn()
    {
        var step = await StepAsync();
        using var tablet = await ScannedAsync(step, 1);
        await _nodes[0].KillAsync();

        using var answer = await tablet.TakeAsync(
            step, Attempt(1), [Member(Role.ApheresisNurse), Member(Role.Courier)], ("logger", "LOG-1"), ("max_minutes", "120"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static string Attempt(int i) => string.Create(CultureInfo.InvariantCulture, $"attempt-{i}");

    private static async Task<HttpStatusCode> StatusAsync(Tablet tablet)
    {
        using var answer = await tablet.OpenAsync("/");
        return answer.StatusCode;
    }

    private CrewMember Member(Role role, int index = 0) => _filled!.Crew.Where(member => member.Role == role).ElementAt(index);

    private HttpClient Client(int node, CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = _nodes[node].Address };

    /// <returns>Signed in on one node or the other, everything scanned.</returns>
    private async Task<Tablet> ScannedAsync(string step, int i)
    {
        var tablet = await Tablet.SignInAsync(
            Client(i % _nodes.Count, new()), Member(i < Pairs ? Role.ApheresisNurse : Role.Courier, i % Pairs), "ru");
        foreach (var raw in new[]
        {
            await CollectionSymbolAsync(), HouseStock.Of(HouseKind.TransportBox, 1, 0).ToString(), HouseStock.Of(HouseKind.Seal, 1, 0).ToString(),
        })
        {
            using var taken = await tablet.ScanAsync(step, Attempt(i), raw);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        }

        return tablet;
    }

    private async Task<string> StepAsync() =>
        Tablet.Step("Transport", "collection.hand-over", Coi, (await ChainAsync()).Collections[0].Donation.ToString());

    /// <summary>Waits for the printer: a label that has not come out is on no bag.</summary>
    private async Task<string> CollectionSymbolAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var chain = await ChainAsync();
            if (chain.Prints.Values.LastOrDefault(item =>
                item.Of == chain.Collections[0].Donation.ToString() && item.Carrier == Carrier.PrimaryBag
                && item.State is PrintState.Printed or PrintState.Applied) is { } print)
            {
                return (await LabelPrints.FindAsync(Database, print.Serial, default))!.Symbol;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private async Task<ChainState> ChainAsync() => ChainState.Fold(await ChainStreams.HistoryAsync(Database, Coi, default))!;
}
