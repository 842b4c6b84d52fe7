using System.Globalization;
using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>What is sent at the hand-over of a full collection bag: by whom, when, how often, and out of turn.</summary>
public sealed class StepTakeTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private IReadOnlyList<CrewMember> NurseAndCourier => [_site.Crew(Role.ApheresisNurse), _site.Crew(Role.Courier)];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.disconnect"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Take_ScannedAndSigned_IsDone()
    {
        using var tablet = await ScannedAsync("one");

        using var answer = await TakeAsync(tablet, "one", NurseAndCourier);

        Assert.Equal($"/Chains/{Coi}", answer.Headers.Location?.ToString());
        Assert.Equal(ProductState.InTransit, (await _site.ChainAsync(Coi)).Product);
    }

    [Theory]
    [InlineData("ru", "Не отсканировано")]
    [InlineData("en", "Not scanned yet")]
    public async Task Take_NothingScanned_IsRefused(string language, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, language);
        await AssertRefusedAsync(await TakeAsync(tablet, "one", NurseAndCourier), sentence, "scan-missing");
    }

    [Theory]
    [InlineData("ru", "шаг «Принять в лаборатории» невозможен")]
    [InlineData("en", "“Receive at the laboratory” is not possible")]
    public async Task Take_StepSkipped_IsRefused(string language, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator, language);
        var fields = new[] { ("seal_good", "true"), ("papers", "true"), ("legible", "true"), ("min_c", "10"), ("max_c", "12") };
        var receive = (await StepAsync()).Replace("collection.hand-over", "collection.receive", StringComparison.Ordinal);

        var answer = await tablet.TakeAsync(receive, "one", [_site.Crew(Role.LabOperator), _site.Crew(Role.LabOperator, 1)], fields);

        await AssertRefusedAsync(answer, sentence, "wrong-state");
    }

    [Theory]
    [InlineData("ru", "один и тот же человек")]
    [InlineData("en", "The same person signed twice")]
    public async Task Take_SignedTwiceByOnePerson_IsRefused(string language, string sentence)
    {
        using var tablet = await ScannedAsync("one", language);
        var nurse = _site.Crew(Role.ApheresisNurse);
        await AssertRefusedAsync(await TakeAsync(tablet, "one", [nurse, nurse]), sentence, "same-person", "role-missing");
    }

    [Fact]
    public async Task Take_SignedByTheWrongRole_IsRefused()
    {
        using var tablet = await ScannedAsync("one");
        await AssertRefusedAsync(
            await TakeAsync(tablet, "one", [_site.Crew(Role.WardNurse), _site.Crew(Role.Courier)]), "не может подписать этот шаг", "role-missing");
    }

    [Fact]
    public async Task Take_WrongPin_IsRefused_AndNothingIsWritten()
    {
        using var tablet = await ScannedAsync("one");
        var before = await _site.ChainAsync(Coi);

        using var answer = await TakeAsync(tablet, "one", [NurseAndCourier[0] with { Pin = "000000" }, NurseAndCourier[1]]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await Tablet.SaysAsync(answer));
        Assert.Equal(before.Version, (await _site.ChainAsync(Coi)).Version);
    }

    [Fact]
    public async Task Take_FromLastCentury_IsRefused()
    {
        using var tablet = await ScannedAsync("one");
        await AssertRefusedAsync(
            await TakeAsync(tablet, "one", NurseAndCourier, ("DeviceTime", "1999-01-01T00:00:00Z")), "спешат или отстают", "device-clock");
    }

    [Theory]
    [InlineData("ru", "Часы этого устройства спешат или отстают")]
    [InlineData("en", "This device's clock is fast or slow")]
    public async Task Take_FromTheFuture_IsRefused(string language, string sentence)
    {
        using var tablet = await ScannedAsync("one", language);
        var future = _site.Time.GetUtcNow().AddHours(3).ToString("O", CultureInfo.InvariantCulture);
        await AssertRefusedAsync(await TakeAsync(tablet, "one", NurseAndCourier, ("DeviceTime", future)), sentence, "device-clock");
    }

    [Fact]
    public async Task Take_DoubleClick_IsOneStep()
    {
        using var tablet = await ScannedAsync("one");
        var before = await _site.ChainAsync(Coi);

        var answers = await Task.WhenAll(TakeAsync(tablet, "one", NurseAndCourier), TakeAsync(tablet, "one", NurseAndCourier));

        Assert.All(answers, answer => Assert.Equal($"/Chains/{Coi}", answer.Headers.Location?.ToString()));
        Assert.Single((await _site.HistoryAsync(Coi)).Skip(before.Version), happened => happened.What is CollectionHandedOver);
    }

    [Fact]
    public async Task Take_TheSameAttemptWithOtherContent_IsNotAnsweredAsDone()
    {
        using var tablet = await ScannedAsync("one");
        using var taken = await TakeAsync(tablet, "one", NurseAndCourier);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        using var other = await tablet.TakeAsync(await StepAsync(), "one", NurseAndCourier, ("logger", "LOG-2"), ("max_minutes", "120"));

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Contains("уже была отправлена с другим содержанием", await Tablet.SaysAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_TwoBrowsersAtOnce_OneWins_TheOtherReadsWhy()
    {
        using var first = await ScannedAsync("first");
        using var second = await ScannedAsync("second");
        var before = await _site.ChainAsync(Coi);
        IReadOnlyList<CrewMember> others = [_site.Crew(Role.ApheresisNurse, 1), _site.Crew(Role.Courier, 1)];

        var answers = await Task.WhenAll(TakeAsync(first, "first", NurseAndCourier), TakeAsync(second, "second", others));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Contains("возможно, его уже выполнили", await Tablet.SaysAsync(refused), StringComparison.Ordinal);
        Assert.Single((await _site.HistoryAsync(Coi)).Skip(before.Version), happened => happened.What is CollectionHandedOver);
    }

    private async Task AssertRefusedAsync(HttpResponseMessage answer, string sentence, params string[] codes)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        var history = await _site.HistoryAsync(Coi);
        var attempt = Assert.IsType<StepRefused>(history[^1].What);
        Assert.Equal(codes, attempt.Reasons.Distinct());
        var before = ChainState.Fold(history.Take(history.Count - 1))!;
        Assert.Equal((ProductState.Collected, CollectionState.Collected), (before.Product, before.Collections[0].State));
        Assert.Equal((before.Product, before.Collections[0].State), ((await _site.ChainAsync(Coi)).Product, (await _site.ChainAsync(Coi)).Collections[0].State));
    }

    private async Task<Tablet> ScannedAsync(string attempt, string language = "ru")
    {
        var tablet = await _site.TabletAsync(Role.ApheresisNurse, language);
        var step = await StepAsync();
        foreach (var raw in new[]
        {
            await _site.CollectionSymbolAsync(Coi), HouseStock.Of(HouseKind.TransportBox, 1, 0).ToString(), HouseStock.Of(HouseKind.Seal, 1, 0).ToString(),
        })
        {
            using var taken = await tablet.ScanAsync(step, attempt, raw);
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        return tablet;
    }

    private async Task<HttpResponseMessage> TakeAsync(
        Tablet tablet, string attempt, IReadOnlyList<CrewMember> signers, params IReadOnlyList<(string Name, string Value)> more) =>
        await tablet.TakeAsync(await StepAsync(), attempt, signers, [("logger", "LOG-1"), ("max_minutes", "120"), .. more]);

    private async Task<string> StepAsync() =>
        Tablet.Step("Transport", "collection.hand-over", Coi, (await _site.ChainAsync(Coi)).Collections[0].Donation.ToString());
}
