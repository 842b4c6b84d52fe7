using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Pages.ScannerTest;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>A supplier's lot number that holds what looks like another field: only a scanner known to send GS settles it.</summary>
public sealed class LearnedScannerTests : IAsyncLifetime
{
    private const string Gtin = "12345678901231";
    private const string Lot = "LOT21A7";

    /// <summary>What the first unit operation takes.</summary>
    private const MaterialKind Material = MaterialKind.SelectionBeads;

    private LiveSite _site = null!;

    private string Step => Tablet.Step("Laboratory", "unit.complete", _site.Chains[0], "UO-01");

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("unit.start", "UO-01"));
        await using var uow = await _site.Database.BeginAsync(default);
        await HouseThings.AddAsync(
            uow,
            new HouseThingRow
            {
                HouseId = HouseId.Issue(HouseKind.MaterialLot, 90_001),
                Kind = HouseKind.MaterialLot,
                NameRu = "серия",
                NameEn = "lot",
                Status = HouseStatus.Released,
                MaterialKind = Material,
                ManufacturerLot = Lot,
                Gtin = Gtin,
                ExpiresOn = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddDays(30),
                CreatedAt = _site.Time.GetUtcNow(),
            },
            default);
        await uow.CommitAsync(default);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task AmbiguousCode_FromAnUntestedDevice_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);

        using var answer = await tablet.ScanAsync(Step, "one", $"]d201{Gtin}10{Lot}");

        Assert.Contains("читается двояко", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmbiguousCode_FromATestedDevice_IsTaken_AndStaysTakenWhenTheTestHasRunOut()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        await IndexTests.ScanAllAsync(tablet, symbol => symbol.Scan);

        using var answer = await tablet.ScanAsync(Step, "one", $"]d201{Gtin}10{Lot}");
        _site.Time.Advance(TimeSpan.FromHours(13));
        await tablet.SignInAgainAsync(_site.Crew(Role.LabOperator));

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        Assert.Contains($"lot-{Material}", await DoneAsync(tablet), StringComparer.Ordinal);
        using var later = await tablet.ScanAsync(Step, "two", $"]d201{Gtin}10{Lot}");
        Assert.Contains("читается двояко", await Tablet.SaysAsync(later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubstituteOfGs_LearnedByTheTest_IsPutRight_AndTheScanReadsTheSameOnEveryDevice()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        await IndexTests.ScanAllAsync(tablet, symbol => symbol.Scan.Replace("\x1D", "|", StringComparison.Ordinal));

        using var answer = await tablet.ScanAsync(Step, "one", $"]d201{Gtin}10{Lot}|21S1");
        using var other = await _site.TabletAsync(Role.LabOperator);

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        Assert.Contains($"lot-{Material}", await DoneAsync(other), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("typed")]
    [InlineData("")]
    public async Task AmbiguousCode_FromAHandOrFromNobodyKnows_IsRefusedOnATestedDeviceToo(string entry)
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        await IndexTests.ScanAllAsync(tablet, symbol => symbol.Scan);

        using var answer = await tablet.ScanAsync(Step, "one", $"01{Gtin}10{Lot}", entry);

        Assert.Contains("читается двояко", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmbiguousCode_WithoutScriptButWithItsPrefix_IsTakenFromATestedDevice()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        await IndexTests.ScanAllAsync(tablet, symbol => symbol.Scan);

        using var answer = await tablet.ScanAsync(Step, "one", $"]d201{Gtin}10{Lot}", entry: "");

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
    }

    [Fact]
    public async Task AmbiguousCode_AfterAFailedTest_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator);
        await IndexTests.ScanAllAsync(tablet, symbol => symbol.Scan.Replace("\x1D", "", StringComparison.Ordinal));

        using var answer = await tablet.ScanAsync(Step, "one", $"]d201{Gtin}10{Lot}");

        Assert.Contains("читается двояко", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string?>> DoneAsync(Tablet tablet) =>
        (await tablet.GetAsync($"{Step}?attempt=one")).QuerySelectorAll(".demand-done").Select(done => done.GetAttribute("data-demand"));
}
