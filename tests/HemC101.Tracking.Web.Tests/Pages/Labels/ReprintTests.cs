using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Labels;

/// <summary>X-25 on the pages, with no printer at all: the old label is scanned until the new one was put on.</summary>
public sealed class ReprintTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private IReadOnlyList<CrewMember> Nurses => [_site.Crew(Role.ApheresisNurse), _site.Crew(Role.ApheresisNurse, 1)];

    private string Disconnect { get; set; } = "";

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.complete"));
        Disconnect = Tablet.Step("Apheresis", "collection.disconnect", Coi, (await _site.ChainAsync(Coi)).CurrentCollection!.Donation.ToString());
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task OldLabel_IsScannedUntilTheNewOneWasPutOn_AndNeverAfterwards()
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, "en");
        var old = await LabelAsync(PrintState.Applied);
        await ReprintAsync(tablet, old);
        var fresh = await LabelAsync(PrintState.Printed);

        Assert.Contains("not applied and scanned back", await ScannedAsync(tablet, fresh), StringComparison.Ordinal);
        Assert.Equal("", await ScannedAsync(tablet, old));

        await ApplyAsync(tablet, fresh);
        Assert.Equal("", await ScannedAsync(tablet, fresh));
        Assert.Contains("This label is void", await ScannedAsync(tablet, old), StringComparison.Ordinal);
        Assert.Equal((LabelPrintState.Superseded, LabelPrintState.Applied), (await StateAsync(old), await StateAsync(fresh)));
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    [Fact]
    public async Task LabelsPage_OffersToPutTheReprintOn_AndNotTheOneThatIsOnTheBag()
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, "ru");
        var old = await LabelAsync(PrintState.Applied);
        await OnPaperAsync();
        Assert.Empty(await PutOnAsync(tablet));

        await ReprintAsync(tablet, old);
        Assert.Empty(await PutOnAsync(tablet));
        await OnPaperAsync();

        Assert.Equal([$"/Quality/Step/label.apply/{Coi}/{(await LabelAsync(PrintState.Printed)).Serial}"], await PutOnAsync(tablet));
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    /// <summary>One puts the reprint on while the other destroys it: the label on the bag is one, and it is valid.</summary>
    [Fact]
    public async Task TwoAtOnce_PutOnAndDestroyed_LeaveOneValidLabel()
    {
        using var here = await _site.TabletAsync(Role.ApheresisNurse, "en");
        using var there = await _site.TabletAsync(Role.ApheresisNurse, "en", 1);
        await ReprintAsync(here, await LabelAsync(PrintState.Applied));
        var fresh = await LabelAsync(PrintState.Printed);
        using var scanned = await here.ScanAsync(Step("label.apply", fresh), "apply", fresh.Symbol);

        var answers = await Task.WhenAll(
            here.TakeAsync(Step("label.apply", fresh), "apply", Nurses, ("same_thing", "true"), ("old_removed", "true")),
            there.TakeAsync(Step("label.destroy", fresh), "destroy", Nurses, ("reason", "spoilt"), ("destroyed", "true")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var chain = await _site.ChainAsync(Coi);
        Assert.Single(chain.Prints.Values, print => print is { Kind: LabelKind.CollectionBag, Carrier: Carrier.PrimaryBag, State: PrintState.Applied });
        Assert.DoesNotContain(chain.Prints.Values, print => print is { Carrier: Carrier.PrimaryBag, State: PrintState.Printed });
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Apply_WithoutTheWitness_OrTheOldOneLeftOn_ChangesNothing()
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, "en");
        var old = await LabelAsync(PrintState.Applied);
        await ReprintAsync(tablet, old);
        var fresh = await LabelAsync(PrintState.Printed);
        using var scanned = await tablet.ScanAsync(Step("label.apply", fresh), "apply", fresh.Symbol);

        using var alone = await tablet.TakeAsync(Step("label.apply", fresh), "apply", [Nurses[0]], ("same_thing", "true"), ("old_removed", "true"));
        using var left = await tablet.TakeAsync(Step("label.apply", fresh), "apply", Nurses, ("same_thing", "true"));

        Assert.All([alone, left], answer => Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal("", await ScannedAsync(tablet, old));
        Assert.Equal(LabelPrintState.Applied, await StateAsync(old));
    }

    private async Task<string> ScannedAsync(Tablet tablet, LabelPrintRow label)
    {
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        using var answer = await tablet.ScanAsync(Disconnect, $"scan-{Guid.NewGuid():N}", label.Symbol);
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await Tablet.SaysAsync(answer);
    }

    private async Task ReprintAsync(Tablet tablet, LabelPrintRow label) =>
        await DoneAsync(await tablet.TakeAsync(Step("label.reprint", label), $"reprint-{label.Serial}", Nurses, ("reason", "damaged")));

    private async Task ApplyAsync(Tablet tablet, LabelPrintRow label)
    {
        using var scanned = await tablet.ScanAsync(Step("label.apply", label), "apply", label.Symbol);
        await DoneAsync(await tablet.TakeAsync(Step("label.apply", label), "apply", Nurses, ("same_thing", "true"), ("old_removed", "true")));
    }

    private async Task DoneAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        answer.Dispose();
        _site.Time.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Whatever was in the queue came out.</summary>
    private async Task OnPaperAsync()
    {
        await using (var uow = await _site.Database.BeginAsync(default))
        {
            await Printers.PutAsync(uow, new PrinterRow { Name = "chair", Kind = PrinterKind.Tcp, Address = "127.0.0.1:1", IsDefault = false }, default);
            await uow.CommitAsync(default);
        }

        await _site.SqlAsync("update print_job set state = 'Printed', printer = 'chair'");
    }

    private static async Task<IEnumerable<string?>> PutOnAsync(Tablet tablet) =>
        (await tablet.GetAsync("/Labels")).QuerySelectorAll("a[href*='label.apply']").Select(link => link.GetAttribute("href"));

    private string Step(string id, LabelPrintRow label) => Tablet.Step("Quality", id, Coi, label.Serial.ToString());

    private async Task<LabelPrintState> StateAsync(LabelPrintRow label) => (await LabelPrints.FindAsync(_site.Database, label.Serial, default))!.State;

    private async Task<LabelPrintRow> LabelAsync(PrintState state)
    {
        var print = (await _site.ChainAsync(Coi)).Prints.Values.Single(print => print is { Kind: LabelKind.CollectionBag, Carrier: Carrier.PrimaryBag } && print.State == state);
        return (await LabelPrints.FindAsync(_site.Database, print.Serial, default))!;
    }
}
