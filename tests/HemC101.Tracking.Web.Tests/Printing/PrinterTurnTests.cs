using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class PrinterTurnTests : IAsyncLifetime
{
    private PrintRoom _room = null!;

    public async Task InitializeAsync() => _room = await PrintRoom.OpenAsync();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Take_WristbandToAFolder_LiesThere_AndIsPrinted()
    {
        var chain = await _room.EnrolAsync();
        var serial = chain.Prints.Keys.Single();

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync());

        var job = await _room.JobAsync(1);
        Assert.Equal([$"000001-{serial}-1.zpl"], _room.Files());
        Assert.Equal((PrintJobState.Printed, 1), (job.State, job.Attempts));
        Assert.NotNull(job.TemplateVersion);
        Assert.Equal(job.RenderedSha256, Tracking.Ledger.Digest.Of(await File.ReadAllBytesAsync(Path.Combine(_room.Printed, _room.Files()[0]))));
        Assert.Equal(LabelPrintState.Printed, await _room.StateAsync(serial));
        Assert.Equal(TurnEnd.Idle, await _room.TurnAsync());
    }

    [Fact]
    public async Task Take_WristbandToANetworkPrinter_IsSentOnce()
    {
        await using var printer = PrinterEmulator.On();
        await _room.PutPrinterAsync("ward", PrinterKind.Tcp, printer.Address);
        var chain = await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync("ward"));

        var zpl = Assert.Single(printer.Labels);
        Assert.Contains(chain.Patient.ToString(), zpl, StringComparison.Ordinal);
        Assert.DoesNotContain(PrintRoom.Ivanova.Surname, zpl, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(PrintJobState.Printed, (await _room.JobAsync(1)).State);
    }

    [Fact]
    public async Task Take_PrinterOf300Dpi_GetsTheLabelInItsDots()
    {
        await using var printer = PrinterEmulator.On();
        await using (var uow = await _room.Database.BeginAsync(default))
        {
            await Printers.PutAsync(uow, new PrinterRow { Name = "fine", Kind = PrinterKind.Tcp, Address = printer.Address, IsDefault = true, Dpi = 300 }, default);
            await uow.CommitAsync(default);
        }

        await _room.EnrolAsync();
        await _room.TurnAsync("fine");

        Assert.Contains("^PW3000^LL300", Assert.Single(printer.Labels), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_PrinterOff_JobWaitsWithTheError_AndIsPrintedOnceWhenItIsBack()
    {
        var port = SiteProcess.FreePort();
        await _room.PutPrinterAsync("ward", PrinterKind.Tcp, $"127.0.0.1:{port}");
        await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Unreachable, await _room.TurnAsync("ward"));

        var waiting = await _room.JobAsync(1);
        Assert.Equal(PrintJobState.Queued, waiting.State);
        Assert.Contains($"127.0.0.1:{port}", waiting.LastError, StringComparison.Ordinal);
        Assert.False(_room.Get<PrinterStandings>().Of("ward")!.IsReady);

        await using var printer = PrinterEmulator.On(port);
        Assert.Equal(TurnEnd.Went, await _room.TurnAsync("ward"));
        Assert.Equal(TurnEnd.Idle, await _room.TurnAsync("ward"));
        Assert.Single(printer.Labels);
        Assert.True(_room.Get<PrinterStandings>().Of("ward")!.IsReady);
    }

    [Fact]
    public async Task Take_ConnectionBrokenInMidJob_IsInDoubt_AndNotSentAgainByItself()
    {
        await using var printer = PrinterEmulator.On();
        printer.BreaksAfter = 16;
        await _room.PutPrinterAsync("ward", PrinterKind.Tcp, printer.Address);
        var chain = await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync("ward"));

        Assert.Equal(PrintJobState.Unknown, (await _room.JobAsync(1)).State);
        Assert.Equal(TurnEnd.Idle, await _room.TurnAsync("ward"));
        Assert.Equal(1, (await _room.JobAsync(1)).Attempts);
        Assert.Equal(LabelPrintState.Queued, await _room.StateAsync(chain.Prints.Keys.Single()));
    }

    [Fact]
    public async Task Take_TwoJobs_KeepTheirOrder()
    {
        var first = (await _room.EnrolAsync()).Prints.Keys.Single();
        var second = (await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = "Петрова" })).Prints.Keys.Single();

        await _room.TurnAsync();
        Assert.Equal(PrintJobState.Queued, (await _room.JobAsync(2)).State);
        await _room.TurnAsync();

        Assert.Equal([$"000001-{first}-1.zpl", $"000002-{second}-1.zpl"], _room.Files());
    }

    [Fact]
    public async Task Take_LabelThatDoesNotFit_IsWithheldWithItsReason_AndTheNextIsPrinted()
    {
        await _room.WriteAsync(async uow =>
        {
            var (name, now) = (string.Concat(Enumerable.Repeat("Длинное", 40)), _room.Time.GetUtcNow());
            var thing = new HouseThingRow
            {
                HouseId = HouseId.Issue(HouseKind.Location, 1),
                Kind = HouseKind.Location,
                NameRu = name,
                NameEn = name,
                Status = HouseStatus.Released,
                CreatedAt = now,
            };
            await HouseThings.AddAsync(uow, thing, default);
            await HouseLabels.PlateAsync(uow, thing.HouseId, PrintSerial.Issue(999), Doer.Console, now, default);
            return true;
        });
        await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync());
        Assert.Equal(TurnEnd.Went, await _room.TurnAsync());

        var bad = await _room.JobAsync(1);
        Assert.Equal(PrintJobState.Withheld, bad.State);
        Assert.Contains("не помещается", bad.LastError, StringComparison.Ordinal);
        Assert.Equal(PrintJobState.Printed, (await _room.JobAsync(2)).State);
        Assert.Contains(await PrintJobs.ListOpenAsync(_room.Database, default), job => job.JobId == 1);
    }

    [Fact]
    public async Task Take_LabelThatAForeignReaderReadsOtherwise_IsWithheld_UntilThatIsMended()
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-print-").FullName;
        var reader = Path.Combine(folder, "reader");
        await File.WriteAllTextAsync(reader, "#!/bin/sh\necho '=A99992600009900'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(reader, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await using var room = await PrintRoom.OpenAsync(
            folder, ("Printers:0:Name", "folder"), ("Printers:0:Kind", "Folder"), ("Printers:0:Address", Path.Combine(folder, "printed")), ("Labels:MatrixReader", reader));
        var serial = (await room.EnrolAsync()).Prints.Keys.Single();

        Assert.Equal(TurnEnd.Went, await room.TurnAsync());

        var withheld = await room.JobAsync(1);
        Assert.Equal(PrintJobState.Withheld, withheld.State);
        Assert.Contains("читается как «=A99992600009900»", withheld.LastError, StringComparison.Ordinal);
        Assert.Empty(room.Files());

        var symbol = (await LabelPrints.FindAsync(room.Database, serial, default))!.Symbol;
        await File.WriteAllTextAsync(reader, $"#!/bin/sh\nprintf '%s' '{symbol}'\n");
        Assert.True(await room.Get<PrintQueue>().RetryAsync(1, PrintRoom.Coordinator.Number, default));
        Assert.Equal(TurnEnd.Went, await room.TurnAsync());
        Assert.Equal(PrintJobState.Printed, (await room.JobAsync(1)).State);
    }

    [Theory]
    [InlineData(LabelPrintState.Void)]
    [InlineData(LabelPrintState.Superseded)]
    public async Task Take_LabelOutOfUse_IsNotPrinted(LabelPrintState state)
    {
        var serial = (await _room.EnrolAsync()).Prints.Keys.Single();
        await _room.WriteAsync(uow => LabelPrints.MoveAsync(uow, serial, LabelPrintState.Queued, state, null, _room.Time.GetUtcNow(), default));

        Assert.Equal(TurnEnd.Went, await _room.TurnAsync());

        Assert.Empty(_room.Files());
        Assert.Equal(PrintJobState.Cancelled, (await _room.JobAsync(1)).State);
    }

    [Fact]
    public async Task Take_LabelAppliedMeanwhile_StaysApplied()
    {
        var serial = (await _room.EnrolAsync()).Prints.Keys.Single();
        await _room.WriteAsync(uow => LabelPrints.MoveAsync(
            uow, serial, LabelPrintState.Queued, LabelPrintState.Applied, null, _room.Time.GetUtcNow(), default));

        await _room.TurnAsync();

        Assert.Equal(LabelPrintState.Applied, await _room.StateAsync(serial));
    }

    [Fact]
    public async Task Take_AddressOfNoPrinter_WaitsWithTheError()
    {
        await _room.PutPrinterAsync("ward", PrinterKind.Tcp, "no port");
        await _room.EnrolAsync();

        Assert.Equal(TurnEnd.Unreachable, await _room.TurnAsync("ward"));

        Assert.Contains("host:port", (await _room.JobAsync(1)).LastError, StringComparison.Ordinal);
    }
}
