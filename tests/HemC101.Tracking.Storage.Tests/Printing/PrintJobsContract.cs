using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Printing;

public abstract class PrintJobsContract(IStorageFixture fixture) : IAsyncLifetime
{
    private readonly Database _database = fixture.NewDatabase();

    public Task InitializeAsync() => _database.WriteAsync(async uow =>
    {
        await LabelPrints.AddAsync(uow, A.Print(1), default);
        await Printers.PutAsync(uow, Printer("lab", isDefault: true), default);
        await Printers.PutAsync(uow, Printer("ward", isDefault: false), default);
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [StorageFact]
    public async Task TakeNext_ThreeWaiting_AreTakenInOrderOneAtATime()
    {
        var first = await EnqueueAsync("lab");
        var elsewhere = await EnqueueAsync("ward");
        var second = await EnqueueAsync("lab");

        Assert.Equal(first, (await TakeAsync("lab"))!.JobId);
        Assert.Null(await TakeAsync("lab"));
        Assert.Equal(elsewhere, (await TakeAsync("ward"))!.JobId);
        Assert.True(await Write(uow => PrintJobs.DoneAsync(uow, first, A.Moment, default)));
        Assert.Equal(second, (await TakeAsync("lab"))!.JobId);
    }

    [StorageFact]
    public async Task TakeNext_ManyDispatchersAtOnce_OneGetsTheJob()
    {
        await EnqueueAsync("lab");

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeAsync("lab"))));

        Assert.Single(taken, job => job is { State: PrintJobState.Sending, Attempts: 1 });
        Assert.Equal(9, taken.Count(job => job is null));
    }

    [StorageFact]
    public async Task Failed_GoesBackToItsPlaceWithTheError()
    {
        var first = await EnqueueAsync("lab");
        await EnqueueAsync("lab");
        await TakeAsync("lab");

        Assert.True(await Write(uow => PrintJobs.FailedAsync(uow, first, PrintTrouble.PaperOut, "Нет бумаги", A.Moment, default)));

        var again = await TakeAsync("lab");
        Assert.Equal((first, 2, "Нет бумаги", PrintTrouble.PaperOut), (again!.JobId, again.Attempts, again.LastError, again.Trouble));
        Assert.True(await Write(uow => PrintJobs.DoneAsync(uow, first, A.Moment, default)));
        Assert.Null((await PrintJobs.FindAsync(_database, first, default))!.Trouble);
    }

    [StorageTheory]
    [InlineData(true, PrintJobState.Printed)]
    [InlineData(false, PrintJobState.Queued)]
    public async Task Recover_JobLeftInSending_IsUnknownUntilAPersonLooked(bool printed, PrintJobState expected)
    {
        var job = await EnqueueAsync("lab");
        await EnqueueAsync("lab");
        await TakeAsync("lab");

        Assert.Equal(1, await Write(uow => PrintJobs.RecoverAsync(uow, A.Moment, default)));
        var doubtful = await PrintJobs.FindAsync(_database, job, default);
        Assert.Equal((PrintJobState.Unknown, PrintTrouble.Interrupted), (doubtful!.State, doubtful.Trouble));
        Assert.NotEqual(job, (await TakeAsync("lab"))!.JobId);

        Assert.True(await Write(uow => PrintJobs.ResolveAsync(uow, job, printed, A.Moment, default)));
        Assert.Equal(expected, (await PrintJobs.FindAsync(_database, job, default))!.State);
        Assert.False(await Write(uow => PrintJobs.ResolveAsync(uow, job, printed, A.Moment, default)));
    }

    [StorageFact]
    public async Task Rendered_WhileSending_IsRemembered()
    {
        var job = await EnqueueAsync("lab");
        var hash = Digest.Of("^XA^XZ"u8);

        Assert.False(await Write(uow => PrintJobs.RenderedAsync(uow, job, hash, "7", default)));
        await TakeAsync("lab");
        Assert.True(await Write(uow => PrintJobs.RenderedAsync(uow, job, hash, "7", default)));

        var found = await PrintJobs.FindAsync(_database, job, default);
        Assert.Equal((hash, "7", """{"coi":1}"""), (found!.RenderedSha256, found.TemplateVersion, found.Fields));
    }

    [StorageFact]
    public async Task Cancel_WaitingOrInDoubt_IsTakenOut_SendingIsNot()
    {
        var waiting = await EnqueueAsync("lab");
        var doubtful = await EnqueueAsync("ward");
        await TakeAsync("ward");

        Assert.False(await Write(uow => PrintJobs.CancelAsync(uow, doubtful, A.Moment, default)));
        await Write(uow => PrintJobs.UnknownAsync(uow, doubtful, PrintTrouble.Broken, "Connection reset", A.Moment, default));
        Assert.True(await Write(uow => PrintJobs.CancelAsync(uow, doubtful, A.Moment, default)));
        Assert.True(await Write(uow => PrintJobs.CancelAsync(uow, waiting, A.Moment, default)));

        Assert.Empty(await PrintJobs.ListOpenAsync(_database, default));
        Assert.Null(await TakeAsync("lab"));
    }

    [StorageFact]
    public async Task Done_JobIsNotBeingSent_AnswersFalse()
    {
        var job = await EnqueueAsync("lab");

        Assert.False(await Write(uow => PrintJobs.DoneAsync(uow, job, A.Moment, default)));
        Assert.False(await Write(uow => PrintJobs.FailedAsync(uow, job, PrintTrouble.NotThere, "x", A.Moment, default)));
        Assert.False(await Write(uow => PrintJobs.UnknownAsync(uow, 999, PrintTrouble.Broken, "x", A.Moment, default)));
    }

    [StorageTheory]
    [InlineData(true, PrintJobState.Queued)]
    [InlineData(false, PrintJobState.Cancelled)]
    public async Task Withheld_StaysInSight_AndDoesNotBlockTheNext(bool retry, PrintJobState expected)
    {
        var bad = await EnqueueAsync("lab");
        var next = await EnqueueAsync("lab");
        await TakeAsync("lab");

        Assert.True(await Write(uow => PrintJobs.WithheldAsync(uow, bad, "Не помещается", A.Moment, default)));

        Assert.Contains(await PrintJobs.ListOpenAsync(_database, default), job => job is { State: PrintJobState.Withheld, LastError: "Не помещается" });
        Assert.Equal(next, (await TakeAsync("lab"))!.JobId);
        Assert.False(await Write(uow => PrintJobs.ResolveAsync(uow, bad, true, A.Moment, default)));
        Assert.True(await Write(uow => retry
            ? PrintJobs.RetryAsync(uow, bad, A.Moment, default)
            : PrintJobs.CancelAsync(uow, bad, A.Moment, default)));
        Assert.Equal(expected, (await PrintJobs.FindAsync(_database, bad, default))!.State);
    }

    [StorageFact]
    public async Task Withdrawn_IsCancelledWithItsReason()
    {
        var job = await EnqueueAsync("lab");
        await TakeAsync("lab");

        Assert.True(await Write(uow => PrintJobs.WithdrawnAsync(uow, job, "Заменена", A.Moment, default)));

        var found = await PrintJobs.FindAsync(_database, job, default);
        Assert.Equal((PrintJobState.Cancelled, "Заменена"), (found!.State, found.LastError));
    }

    [StorageFact]
    public async Task Reroute_Waiting_IsTakenByTheOtherPrinterByItsAge()
    {
        var rerouted = await EnqueueAsync("lab");
        await EnqueueAsync("ward");

        Assert.True(await Write(uow => PrintJobs.RerouteAsync(uow, rerouted, "ward", A.Moment, default)));

        Assert.Null(await TakeAsync("lab"));
        Assert.Equal(rerouted, (await TakeAsync("ward"))!.JobId);
        Assert.False(await Write(uow => PrintJobs.RerouteAsync(uow, rerouted, "lab", A.Moment, default)));
    }

    [StorageFact]
    public async Task Recover_OnePrinter_LeavesTheOthersAlone()
    {
        var broken = await EnqueueAsync("lab");
        var running = await EnqueueAsync("ward");
        await TakeAsync("lab");
        await TakeAsync("ward");

        Assert.Equal(1, await Write(uow => PrintJobs.RecoverAsync(uow, "lab", "Disk full", A.Moment, default)));

        var found = await PrintJobs.FindAsync(_database, broken, default);
        Assert.Equal((PrintJobState.Unknown, "Disk full"), (found!.State, found.LastError));
        Assert.Equal(PrintJobState.Sending, (await PrintJobs.FindAsync(_database, running, default))!.State);
    }

    [StorageFact]
    public async Task ListRecent_HoldsWhatIsOver_NewestFirst()
    {
        var printed = await EnqueueAsync("lab");
        var cancelled = await EnqueueAsync("lab");
        await EnqueueAsync("lab");
        await TakeAsync("lab");
        await Write(uow => PrintJobs.DoneAsync(uow, printed, A.Moment.AddMinutes(1), default));
        await Write(uow => PrintJobs.CancelAsync(uow, cancelled, A.Moment.AddMinutes(2), default));

        Assert.Equal([cancelled, printed], (await PrintJobs.ListRecentAsync(_database, 5, default)).Select(job => job.JobId));
        Assert.Equal([cancelled], (await PrintJobs.ListRecentAsync(_database, 1, default)).Select(job => job.JobId));
    }

    [StorageFact]
    public async Task Enqueue_RolledBack_PrintsNothing()
    {
        await using (var uow = await _database.BeginAsync(default))
        {
            await PrintJobs.EnqueueAsync(uow, Job("lab"), A.Moment, default);
        }

        Assert.Null(await TakeAsync("lab"));
    }

    [StorageFact]
    public async Task ListOpen_OfOneChain_HoldsItsLabelsThatAreNotOut()
    {
        var done = await EnqueueAsync("lab");
        var waiting = await EnqueueAsync("ward");
        await TakeAsync("lab");
        await Write(uow => PrintJobs.DoneAsync(uow, done, A.Moment, default));

        Assert.Equal([waiting], (await PrintJobs.ListOpenAsync(_database, A.Coi, default)).Select(job => job.JobId));
        Assert.Empty(await PrintJobs.ListOpenAsync(_database, CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 8), default));
    }

    [StorageFact]
    public async Task Printers_ThatAnswered_AreExpectedTo_UntilTheyStandElsewhere()
    {
        await Write(async uow =>
        {
            await Printers.AnsweredAsync(uow, "lab", default);
            await Printers.PutAsync(uow, Printer("lab", isDefault: false), default);
            return true;
        });
        Assert.True((await Printers.FindAsync(_database, "lab", default))!.Answers);
        Assert.False((await Printers.FindAsync(_database, "ward", default))!.Answers);

        await Write(async uow =>
        {
            await Printers.PutAsync(uow, Printer("lab", isDefault: false) with { Address = "elsewhere:9100" }, default);
            return true;
        });
        Assert.False((await Printers.FindAsync(_database, "lab", default))!.Answers);
    }

    [StorageFact]
    public async Task Printers_NewDefault_TakesTheMarkFromTheOld()
    {
        await Write(async uow =>
        {
            await Printers.PutAsync(uow, Printer("ward", isDefault: true) with { Dpi = 300 }, default);
            return true;
        });

        Assert.Equal(Printer("ward", isDefault: true) with { Dpi = 300 }, await Printers.FindDefaultAsync(_database, default));
        Assert.Equal([Printer("lab", false), Printer("ward", true) with { Dpi = 300 }], await Printers.ListAsync(_database, default));
        Assert.Null(await Printers.FindAsync(_database, "nobody", default));
    }

    [StorageFact]
    public async Task WithoutAPrinter_Waits_AndTheNextDefaultTakesItByItsAge()
    {
        var waiting = await EnqueueAsync(null);
        var cancelled = await EnqueueAsync(null);
        var placed = await EnqueueAsync("ward");
        Assert.True(await Write(uow => PrintJobs.CancelAsync(uow, cancelled, A.Moment, default)));
        Assert.Null(await TakeAsync("lab"));

        await PutAsync(Printer("lab", isDefault: false));
        Assert.Null((await PrintJobs.FindAsync(_database, waiting, default))!.Printer);
        await PutAsync(Printer("ward", isDefault: true));

        Assert.Equal(waiting, (await TakeAsync("ward"))!.JobId);
        Assert.True(await Write(uow => PrintJobs.DoneAsync(uow, waiting, A.Moment, default)));
        Assert.Equal(placed, (await TakeAsync("ward"))!.JobId);
    }

    [StorageFact]
    public async Task Printers_RetiredDefault_GivesBackWhatWaits_NotWhatIsUnderWay()
    {
        var sending = await EnqueueAsync("lab");
        var waiting = await EnqueueAsync("lab");
        await TakeAsync("lab");

        await Write(async uow =>
        {
            await Printers.RetireAsync(uow, "lab", default);
            return true;
        });

        Assert.Null(await Printers.FindDefaultAsync(_database, default));
        Assert.Equal("lab", (await PrintJobs.FindAsync(_database, sending, default))!.Printer);
        Assert.Null((await PrintJobs.FindAsync(_database, waiting, default))!.Printer);
    }

    [StorageFact]
    public async Task HoldUndrawn_NamesWhatWaits_AndNothingThatMayBeOnPaper()
    {
        var chain = CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 9);
        var states = new[] { PrintJobState.Sending, PrintJobState.Queued, PrintJobState.Withheld, PrintJobState.Unknown, PrintJobState.Printed, PrintJobState.Cancelled };
        foreach (var (at, state) in states.Index())
        {
            await OrderAsync(50 + at, chain, state);
        }

        var held = await Write(uow => PrintJobs.HoldUndrawnAsync(uow, chain, default));

        Assert.Equal([PrintSerial.Issue(51), PrintSerial.Issue(52)], held.OrderBy(serial => serial.Number));
        Assert.Empty(await Write(uow => PrintJobs.HoldUndrawnAsync(uow, CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 10), default)));
        Assert.Equal(PrintSerial.Issue(51), (await TakeAsync("held"))!.Serial);
    }

    /// <summary>Whoever draws a label comes before the one who asks, and is then named at the printer, or after.</summary>
    [StorageFact]
    public async Task HoldUndrawn_BesideADispatcher_AgreesWithIt()
    {
        var chain = CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 11);
        await OrderAsync(60, chain, PrintJobState.Queued);
        await using var correction = await _database.BeginAsync(default);
        Assert.Single(await PrintJobs.HoldUndrawnAsync(correction, chain, default));

        var taking = Task.Run(() => TakeAsync("held"));

        await Task.Delay(200);
        Assert.False(taking.IsCompleted);
        await correction.CommitAsync(default);
        Assert.Equal(PrintSerial.Issue(60), (await taking)!.Serial);
        Assert.Empty(await Write(uow => PrintJobs.HoldUndrawnAsync(uow, chain, default)));
    }

    private Task<bool> OrderAsync(int serial, CoiId chain, PrintJobState state) => Write(async uow =>
    {
        await Printers.PutAsync(uow, Printer("held", isDefault: false), default);
        await LabelPrints.AddAsync(uow, A.Print(serial) with { Coi = chain }, default);
        var job = await PrintJobs.EnqueueAsync(uow, Job(state == PrintJobState.Queued ? "held" : "ward") with { Serial = PrintSerial.Issue(serial) }, A.Moment, default);
        await uow.ExecuteAsync("update print_job set state = @state where job_id = @job", new { state = state.ToString(), job }, default);
        return true;
    });

    private Task<bool> PutAsync(PrinterRow printer) => Write(async uow =>
    {
        await Printers.PutAsync(uow, printer, default);
        return true;
    });

    private static PrinterRow Printer(string name, bool isDefault) =>
        new() { Name = name, Kind = PrinterKind.Tcp, Address = "printer.example:9100", IsDefault = isDefault };

    private static NewPrintJob Job(string? printer) => new(PrintSerial.Issue(1), LabelKind.CollectionBag, printer, """{"coi":1}""");

    private Task<long> EnqueueAsync(string? printer) => Write(uow => PrintJobs.EnqueueAsync(uow, Job(printer), A.Moment, default));

    private Task<PrintJobRow?> TakeAsync(string printer) => Write(uow => PrintJobs.TakeNextAsync(uow, printer, A.Moment, default));

    private Task<T> Write<T>(Func<UnitOfWork, Task<T>> write) => _database.WriteAsync(write);
}

public sealed class PrintJobsOnSqlite(SqliteFixture fixture) : PrintJobsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class PrintJobsOnPostgres(PostgresFixture fixture) : PrintJobsContract(fixture), IClassFixture<PostgresFixture>;
