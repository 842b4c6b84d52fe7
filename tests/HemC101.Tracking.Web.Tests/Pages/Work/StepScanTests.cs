using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>Two participants with a full collection bag each; what is scanned at the hand-over of the first.</summary>
public sealed class StepScanTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Mine => _site.Chains[0];

    private CoiId Other => _site.Chains[1];

    public async Task InitializeAsync() =>
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.disconnect"), DemoLeg.UpTo("collection.disconnect"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Scan_TheRightBag_IsTaken_AndLeavesNoEventUntilTheStep()
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse);
        var before = await _site.ChainAsync(Mine);

        using var answer = await tablet.ScanAsync(await StepAsync(), "one", await _site.CollectionSymbolAsync(Mine));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before.Version, (await _site.ChainAsync(Mine)).Version);
    }

    [Theory]
    [InlineData("nothing", "Сканер ничего не передал", "The scanner sent nothing")]
    [InlineData("garbage", "Код не распознан", "Not recognised")]
    [InlineData("cut off", "DS 036", "DS 036")]
    [InlineData("too long", "слишком длинный текст", "too long a text")]
    [InlineData("html", "Код не распознан", "Not recognised")]
    [InlineData("unknown thing", "нет в реестре", "not in the register")]
    [InlineData("wristband", "Это не то, что нужно", "This is not what is wanted")]
    [InlineData("linear code", "квадратный код", "square Data Matrix")]
    [InlineData("bag never printed", "не печаталась", "No such label was printed")]
    [InlineData("another participant's bag", "ДРУГОГО участника", "ANOTHER participant")]
    public async Task Scan_Wrong_IsRefusedWithASentence_AndOnlyTheAttemptIsRecorded(string what, string ru, string en)
    {
        await AssertRefusedAsync(await RawAsync(what), "ru", ru);
        await AssertRefusedAsync(await RawAsync(what), "en", en);
    }

    [Theory]
    [InlineData("pasted", "Вставлять идентификатор из буфера нельзя")]
    [InlineData("typed", "без контрольного символа")]
    public async Task Scan_NotFromAScanner_IsRefused(string entry, string ru)
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse);
        var raw = entry == "pasted" ? await _site.CollectionSymbolAsync(Mine) : (await _site.ChainAsync(Mine)).Collections[0].Donation.ToString();

        using var answer = await tablet.ScanAsync(await StepAsync(), "one", raw, entry);

        Assert.Contains(ru, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_SentTwice_IsOneScan()
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse);
        var before = await _site.ChainAsync(Mine);
        var (step, seal) = (await StepAsync(), HouseStock.Of(HouseKind.Location, 1, 0).ToString());

        using var once = await tablet.ScanAsync(step, "one", seal, scanId: "the same");
        using var again = await tablet.ScanAsync(step, "one", seal, scanId: "the same");

        Assert.Equal(await Tablet.SaysAsync(once), await Tablet.SaysAsync(again));
        Assert.Equal(before.Version + 1, (await _site.ChainAsync(Mine)).Version);
    }

    private async Task AssertRefusedAsync(string raw, string language, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, language);
        var (mine, other) = (await _site.ChainAsync(Mine), await _site.ChainAsync(Other));

        using var answer = await tablet.ScanAsync(await StepAsync(), Guid.NewGuid().ToString("N"), raw);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(other.Version, (await _site.ChainAsync(Other)).Version);
        var after = await _site.ChainAsync(Mine);
        Assert.Equal((mine.Version + 1, mine.NearMisses + 1), (after.Version, after.NearMisses));
        Assert.Equal((mine.Product, mine.Collections[0]), (after.Product, after.Collections[0]));
        Assert.True((await _site.HistoryAsync(Mine))[^1].What is ScanRefused or IdentityMismatched);
    }

    private async Task<string> RawAsync(string what) => what switch
    {
        "nothing" => "  ",
        "garbage" => "qwerty",
        "cut off" => (await _site.CollectionSymbolAsync(Mine))[..^5],
        "too long" => new string('x', 100_000),
        "html" => "<script>alert(1)</script>",
        "unknown thing" => HouseId.Issue(HouseKind.Seal, 999_999).ToString(),
        "wristband" => await _site.BandSymbolAsync(Mine),
        "linear code" => BarcodeWriter.DonationLinear((await _site.ChainAsync(Mine)).Collections[0].Donation, "00"),
        "bag never printed" =>
            BarcodeWriter.CollectionBag((await _site.ChainAsync(Mine)).Collections[0].Donation, "00", Mine, null, PrintSerial.Issue(999_000)),
        _ => await _site.CollectionSymbolAsync(Other),
    };

    private async Task<string> StepAsync() =>
        Tablet.Step("Transport", "collection.hand-over", Mine, (await _site.ChainAsync(Mine)).Collections[0].Donation.ToString());
}
