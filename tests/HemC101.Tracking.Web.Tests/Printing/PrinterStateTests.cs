using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>A printer that says how it is: nothing is sent to one that cannot print, and what it held in mid-job is a person's to see.</summary>
public sealed class PrinterStateTests : IAsyncLifetime
{
    private const string Ward = "ward";

    private readonly PrinterEmulator _printer = PrinterEmulator.On();
    private PrintRoom _room = null!;

    public async Task InitializeAsync()
    {
        _room = await PrintRoom.OpenAsync();
        await _room.PutPrinterAsync(Ward, PrinterKind.Tcp, _printer.Address);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _printer.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(PrinterFault.PaperOut), PrintTrouble.PaperOut)]
    [InlineData(nameof(PrinterFault.RibbonOut), PrintTrouble.RibbonOut)]
    [InlineData(nameof(PrinterFault.HeadOpen), PrintTrouble.HeadOpen)]
    [InlineData(nameof(PrinterFault.Paused), PrintTrouble.Paused)]
    public async Task Take_PrinterCannotPrint_NothingIsSent_AndTheLabelComesOutOnceItCan(string fault, PrintTrouble trouble)
    {
        _printer.Fault = Enum.Parse<PrinterFault>(fault);
        await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Unreachable, await _room.TurnAsync(Ward));

        var job = await _room.JobAsync(1);
        Assert.Equal((PrintJobState.Queued, trouble), (job.State, job.Trouble));
        Assert.Equal(trouble, _room.Get<PrinterStandings>().Of(Ward)!.Trouble);
        _printer.Repair();
        Assert.Equal(TurnEnd.Went, await _room.TurnAsync(Ward));
        Assert.Single(_printer.Labels);
        Assert.Equal((PrintJobState.Printed, null), ((await _room.JobAsync(1)).State, (await _room.JobAsync(1)).Trouble));
    }

    [Fact]
    public async Task Take_PaperEndsInMidJob_IsInDoubt_AndTheNextWaitsUntilThePrinterHasLetGoOfIt()
    {
        _printer.Roll = 0;
        var first = await _room.EnrolAsync();
        var second = await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = "Петрова" });

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync(Ward));
        var doubtful = await _room.JobAsync(1);
        Assert.Equal((PrintJobState.Unknown, PrintTrouble.PaperOut), (doubtful.State, doubtful.Trouble));
        Assert.Equal(TurnEnd.Unreachable, await _room.TurnAsync(Ward));

        _printer.Repair();
        await OutAsync(1);
        Assert.True(await _room.Get<PrintQueue>().ResolveAsync(1, printed: true, PrintRoom.Coordinator.Number, default));
        Assert.Equal(TurnEnd.Went, await _room.TurnAsync(Ward));

        Assert.Equal(2, _printer.Labels.Count);
        Assert.Contains(first.Patient.ToString(), _printer.Labels[0], StringComparison.Ordinal);
        Assert.Contains(second.Patient.ToString(), _printer.Labels[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_PrinterStillHoldsALabel_NothingIsSentAfterIt()
    {
        _printer.Fault = PrinterFault.Paused;
        _printer.Take("^XA^XZ");
        await _room.EnrolAsync();
        Assert.Equal(TurnEnd.Unreachable, await _room.TurnAsync(Ward));

        Assert.Empty(_printer.Labels);
    }

    [Fact]
    public async Task Take_PrinterThatSaysNothingOfItself_GetsItsLabel()
    {
        await using var mute = PrinterEmulator.Mute();
        await _room.PutPrinterAsync(Ward, PrinterKind.Tcp, mute.Address);
        await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync(Ward));

        Assert.Equal(PrintJobState.Printed, (await _room.JobAsync(1)).State);
        await OutAsync(1, mute);
    }

    [Fact]
    public async Task Take_PrinterThatUsedToAnswerHangs_NothingIsSent()
    {
        await _room.EnrolAsync();
        await _room.TurnAsync(Ward);
        _printer.Hangs = true;
        await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = "Петрова" });

        Assert.Equal(TurnEnd.Unreachable, await _room.TurnAsync(Ward));

        Assert.Equal((PrintJobState.Queued, PrintTrouble.Silent), ((await _room.JobAsync(2)).State, (await _room.JobAsync(2)).Trouble));
        Assert.Single(_printer.Labels);
    }

    [Fact]
    public async Task Take_AnotherPrinterAtAnotherAddress_IsNotExpectedToAnswer()
    {
        await _room.EnrolAsync();
        await _room.TurnAsync(Ward);
        Assert.True((await Printers.FindAsync(_room.Database, Ward, default))!.Answers);

        await _room.PutPrinterAsync(Ward, PrinterKind.Tcp, _printer.Address);
        Assert.True((await Printers.FindAsync(_room.Database, Ward, default))!.Answers);
        await _room.PutPrinterAsync(Ward, PrinterKind.Tcp, "127.0.0.1:1");
        Assert.False((await Printers.FindAsync(_room.Database, Ward, default))!.Answers);
    }

    [Fact]
    public async Task Running_NothingToPrint_PrinterThatWasMendedIsNoLongerInTrouble()
    {
        _printer.Roll = 0;
        await _room.EnrolAsync();
        await using var running = await _room.StartAsync();
        await _room.UntilAsync(1, PrintJobState.Unknown);
        Assert.NotEmpty((await _room.Get<PrintOverview>().TroublesAsync(default)).Printers);

        _printer.Repair();
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while ((await _room.Get<PrintOverview>().TroublesAsync(default)).Printers.Count > 0)
        {
            _room.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(10, patience.Token);
        }

        Assert.Equal(1, (await _room.Get<PrintOverview>().TroublesAsync(default)).Doubtful);
    }

    private Task OutAsync(int labels) => OutAsync(labels, _printer);

    private static async Task OutAsync(int labels, PrinterEmulator printer)
    {
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while (printer.Labels.Count < labels)
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
