using HemC101.Tracking.People;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>What the person sees who has taken a step that orders a label.</summary>
public sealed class OrderedLabelTests : IAsyncLifetime
{
    private readonly PrinterEmulator _printer = PrinterEmulator.On();
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _printer.DisposeAsync();
    }

    [Theory]
    [InlineData("ru", "кончились этикетки. Вложите рулон", "выйдет сама")]
    [InlineData("en", "out of labels. Load a roll", "comes out by itself")]
    public async Task Chain_PrinterOutOfLabels_SaysWhatIsTheMatterAndWhatToDo(string language, string matter, string next)
    {
        _printer.Fault = PrinterFault.PaperOut;
        await GiveThePrinterAsync();
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse, language);
        await UntilAsync(async () => (await PrintJobs.ListOpenAsync(_site.Database, default))[0] is { State: PrintJobState.Queued, Trouble: PrintTrouble.PaperOut });

        var said = (await tablet.GetAsync($"/Chains/{_site.Chains[0]}")).QuerySelector("section[aria-labelledby='open-prints']")!.TextContent;
        var list = (await tablet.GetAsync("/Apheresis")).QuerySelector("[data-trouble='PaperOut']")!.TextContent;

        Assert.Contains(matter, said, StringComparison.Ordinal);
        Assert.Contains(next, said, StringComparison.Ordinal);
        Assert.Contains(matter, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_LabelIsOut_SaysNothingOfIt()
    {
        await GiveThePrinterAsync();
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse);
        await UntilAsync(async () => (await PrintJobs.ListOpenAsync(_site.Database, _site.Chains[0], default)).Count == 0);

        Assert.Null((await tablet.GetAsync($"/Chains/{_site.Chains[0]}")).QuerySelector("#open-prints"));
        Assert.Null((await tablet.GetAsync("/Apheresis")).QuerySelector("[data-print-troubles]"));
    }

    /// <summary>Badges of the crew wait before the labels of the chain; one of them stays.</summary>
    private async Task GiveThePrinterAsync()
    {
        var own = (await PrintJobs.ListOpenAsync(_site.Database, _site.Chains[0], default)).Select(job => job.JobId).ToHashSet();
        var others = (await PrintJobs.ListOpenAsync(_site.Database, default)).Where(job => !own.Contains(job.JobId)).ToList();
        await using (var uow = await _site.Database.BeginAsync(default))
        {
            foreach (var job in others.Skip(1))
            {
                Assert.True(await PrintJobs.CancelAsync(uow, job.JobId, _site.Time.GetUtcNow(), default));
            }

            var printer = new PrinterRow { Name = "chair", Kind = PrinterKind.Tcp, Address = _printer.Address, IsDefault = true };
            await Printers.PutAsync(uow, printer, default);
            await uow.CommitAsync(default);
        }

        _site.Services.GetRequiredService<PrintSignal>().Raise();
    }

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while (!await isSo())
        {
            Assert.False(patience.IsCancellationRequested);
            _site.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }
    }
}
