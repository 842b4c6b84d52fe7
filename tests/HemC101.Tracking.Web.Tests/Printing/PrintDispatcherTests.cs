using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class PrintDispatcherTests : IAsyncLifetime
{
    private PrintRoom _room = null!;

    public async Task InitializeAsync() => _room = await PrintRoom.OpenAsync();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Running_NewJob_IsNoticedWithoutTheClock()
    {
        await using var running = await _room.StartAsync();

        await _room.EnrolAsync();

        await _room.UntilAsync(1, PrintJobState.Printed);
        Assert.Single(_room.Files());
    }

    [Fact]
    public async Task Start_JobLeftInSending_IsInDoubt_UntilAPersonSaysNotPrinted()
    {
        await _room.EnrolAsync();
        await _room.WriteAsync(uow => PrintJobs.TakeNextAsync(uow, "folder", _room.Time.GetUtcNow(), default));
        _room = await _room.ReopenAsync();

        await using var running = await _room.StartAsync();
        await _room.UntilAsync(1, PrintJobState.Unknown);
        Assert.Empty(_room.Files());

        Assert.True(await _room.Get<PrintQueue>().ResolveAsync(1, printed: false, PrintRoom.Coordinator.Number, default));
        await _room.UntilAsync(1, PrintJobState.Printed);
        Assert.Single(_room.Files());
    }

    [Fact]
    public async Task Running_PrinterComesBack_IsTriedAgainAfterItsPause()
    {
        var port = SiteProcess.FreePort();
        await _room.PutPrinterAsync("ward", PrinterKind.Tcp, $"127.0.0.1:{port}");
        await _room.EnrolAsync();
        await using var running = await _room.StartAsync();
        while (_room.Get<PrinterStandings>().Of("ward") is null)
        {
            await Task.Delay(10);
        }

        await using var printer = PrinterEmulator.On(port);
        while ((await _room.JobAsync(1)).State != PrintJobState.Printed)
        {
            _room.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(10);
        }

        Assert.Single(printer.Labels);
    }

    [Fact]
    public async Task Running_OnePrinterOff_HoldsUpNoOther()
    {
        await _room.PutPrinterAsync("ward", PrinterKind.Tcp, $"127.0.0.1:{SiteProcess.FreePort()}");
        await _room.EnrolAsync();
        await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = "Петрова" });
        await using var running = await _room.StartAsync();

        Assert.True(await _room.Get<PrintQueue>().RerouteAsync(2, "folder", PrintRoom.Coordinator.Number, default));

        await _room.UntilAsync(2, PrintJobState.Printed);
        Assert.NotEqual(PrintJobState.Printed, (await _room.JobAsync(1)).State);
    }
}
