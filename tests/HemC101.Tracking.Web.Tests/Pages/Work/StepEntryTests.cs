using System.Globalization;
using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>A collection received by the laboratory; how the codes come in when the batch is opened, and who hears of it.</summary>
public sealed class StepEntryTests : IAsyncLifetime
{
    private static readonly HouseId Room = HouseStock.Of(HouseKind.Location, 1, 0);
    private static readonly HouseId Device = HouseStock.Of(HouseKind.Equipment, 1, 0);
    private static readonly (string, string)[] Nothing = [];

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.receive"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ru", "Укажите, почему код не отсканирован", "этикетка повреждена")]
    [InlineData("en", "Say why the code was not scanned", "the label is damaged")]
    public async Task Typed_WithoutReason_IsAskedForIt_AndTakenWithIt(string language, string sentence, string reason)
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator, language);
        var step = await StepAsync();
        var before = await _site.ChainAsync(Coi);

        using var asked = await tablet.ScanAsync(step, "one", Room.WithCheck, Nothing);

        var page = await People.Desk.PageAsync(asked);
        Assert.Contains(sentence, page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Room.WithCheck, page.QuerySelector("#scanned")!.GetAttribute("value"));
        Assert.Equal(TypedReasonNames.All.Select(item => item.Key), page.QuerySelectorAll("input[name=TypedReason]").Select(choice => choice.GetAttribute("value")));
        Assert.Contains(reason, page.QuerySelector(".typed-reason")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await _site.ChainAsync(Coi)).Version);

        using var taken = await tablet.ScanAsync(step, "one", Room.WithCheck, [("TypedReason", "label-damaged")]);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var after = await tablet.GetAsync($"{step}?attempt=one");
        Assert.Contains(reason, after.QuerySelector("[data-demand=room] [data-entry=typed]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("because")]
    public async Task Typed_WithAReasonThatIsNone_IsAskedAgain(string reason)
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);

        using var answer = await tablet.ScanAsync(await StepAsync(), "one", Room.WithCheck, [("TypedReason", reason)]);

        Assert.NotNull((await People.Desk.PageAsync(answer)).QuerySelector(".typed-reason"));
    }

    [Fact]
    public async Task Typed_AskedForItsReasonTwice_AsksTwice()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        var step = await StepAsync();

        using var once = await tablet.ScanAsync(step, "one", Room.WithCheck, Nothing, "the same");
        using var again = await tablet.ScanAsync(step, "one", Room.WithCheck, Nothing, "the same");

        Assert.NotNull((await People.Desk.PageAsync(again)).QuerySelector(".typed-reason"));
    }

    [Fact]
    public async Task Typed_ClaimedAsScanned_IsTyped()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);

        using var answer = await tablet.ScanAsync(
            await StepAsync(), "one", Room.WithCheck, [("EntryMethod", "scanned"), .. Tablet.Keys(Room.WithCheck)]);

        Assert.NotNull((await People.Desk.PageAsync(answer)).QuerySelector(".typed-reason"));
    }

    [Fact]
    public async Task Typed_ByAHandWithoutTheCheckCharacter_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);

        using var answer = await tablet.ScanAsync(
            await StepAsync(), "one", Room.ToString(), [.. Tablet.Keys(Room.ToString(), "180"), ("TypedReason", "label-damaged")]);

        Assert.Contains("без контрольного символа", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_OfEveryScan_ReachesTheEvent_AndWhatIsDoubtfulIsListedForReview()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        await ScanAllAsync(tablet);
        var signing = await tablet.GetAsync($"{await StepAsync()}?attempt=one");
        using var opened = await tablet.TakeAsync(
            await StepAsync(), "one", [_site.Crew(Role.LabOperator), _site.Crew(Role.LabOperator, 1)], ("line_clear", "true"), ("device_clean", "true"));
        Assert.True(opened.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(opened));

        var scans = (await OpeningAsync()).Act.Scans.ToDictionary(scan => scan.Demand);
        Assert.Equal((EntryMethod.Typed, TypedReason.SymbolUnreadable), (scans["room"].Entry, scans["room"].TypedBecause));
        Assert.Equal((EntryMethod.Unproven, null), (scans["device"].Entry, scans["device"].Timing));
        Assert.Equal((EntryMethod.Scanned, new KeyTiming(scans["bag"].Raw.Length, 10, KeyEnd.Enter)), (scans["bag"].Entry, scans["bag"].Timing));
        Assert.All(scans.Values, scan => Assert.Equal(_site.Crew(Role.LabOperator).Person.Number, scan.By));
        AssertOnlyTheSecondConfirms(signing);
        await AssertListedAsync($"/Chains/{Coi}", Role.LabOperator);
        await AssertListedAsync(Tablet.Step("Quality", "batch.review", Coi, (await _site.ChainAsync(Coi)).CurrentBatch!.Number.ToString()), Role.QualityAssurance);
        await AssertListedAsync(Tablet.Step("Quality", "batch.release", Coi, (await _site.ChainAsync(Coi)).CurrentBatch!.Number.ToString()), Role.QualifiedPerson);
    }

    /// <summary>What a hand types from the label, without its check character.</summary>
    [Fact]
    public async Task BareCode_OfWhichNobodyKnows_IsTyped_AndAskedForItsCheckCharacter()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);

        using var refused = await tablet.ScanAsync(await StepAsync(), "one", Device.ToString(), Nothing);

        Assert.Contains("без контрольного символа", await Tablet.SaysAsync(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "10", "Enter")]
    [InlineData("999999999999", "10", "Enter")]
    [InlineData("12", "NaN", "Enter")]
    [InlineData("12", "1e400", "Enter")]
    [InlineData("12", "-5", "Enter")]
    [InlineData("12", "ten", "Enter")]
    [InlineData("12", "10", "")]
    [InlineData("12", "10", "99")]
    public async Task Timing_ThatCannotBe_ProvesNothing(string keys, string median, string end)
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        var step = await StepAsync();

        using var taken = await tablet.ScanAsync(step, "one", $"]d1{Device}", [("KeyCount", keys), ("KeyMedianMs", median), ("KeyEnd", end)]);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.NotNull((await tablet.GetAsync($"{step}?attempt=one")).QuerySelector("[data-demand=device] [data-entry=unproven]"));
    }

    private async Task ScanAllAsync(Tablet tablet)
    {
        var bag = await _site.CollectionSymbolAsync(Coi);
        foreach (var (raw, entry) in new (string, IEnumerable<(string, string)>)[]
        {
            (Room.WithCheck, [("TypedReason", "symbol-unreadable")]), ($"]d1{Device}", Nothing), (bag, Tablet.Keys(bag)),
        })
        {
            using var taken = await tablet.ScanAsync(await StepAsync(), "one", raw, entry);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        }
    }

    private static void AssertOnlyTheSecondConfirms(AngleSharp.Html.Dom.IHtmlDocument signing)
    {
        var parts = signing.QuerySelectorAll("fieldset.signature");
        Assert.Equal(2, parts.Length);
        Assert.Null(parts[0].QuerySelector(".signature-typed"));
        var confirms = parts[1].QuerySelector(".signature-typed")!.TextContent;
        Assert.Contains(Room.ToString(), confirms, StringComparison.Ordinal);
        Assert.Contains("код не считывается", confirms, StringComparison.Ordinal);
    }

    private async Task AssertListedAsync(string address, Role role)
    {
        using var tablet = await _site.TabletAsync(role);
        var list = (await tablet.GetAsync(address)).QuerySelector("[data-scans-to-review]");
        Assert.True(list is not null, $"{address} lists nothing.");
        Assert.Equal("2", list.GetAttribute("data-scans-to-review"));
        var typed = list.QuerySelector("[data-entry=typed]")!.TextContent;
        Assert.All(
            [
                Room.ToString(), "код не считывается", _site.Crew(Role.LabOperator).Person.FullName, _site.Crew(Role.LabOperator, 1).Person.FullName,
                "Открыть серию", (await OpeningAsync()).Version.ToString(CultureInfo.InvariantCulture),
            ],
            said => Assert.Contains(said, typed, StringComparison.Ordinal));
        Assert.Contains(Device.ToString(), list.QuerySelector("[data-entry=unproven]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Happened> OpeningAsync() => (await _site.HistoryAsync(Coi)).Last(happened => happened.What is BatchOpened);

    private async Task<string> StepAsync() =>
        Tablet.Step("Laboratory", "batch.open", Coi, (await _site.ChainAsync(Coi)).Collections[0].Donation.ToString());
}
