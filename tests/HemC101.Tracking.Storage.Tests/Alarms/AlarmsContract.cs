using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Projections;

namespace HemC101.Tracking.Storage.Tests.Alarms;

public abstract class AlarmsContract(IStorageFixture fixture)
{
    private static readonly StaffNumber Somebody = StaffNumber.Issue(FacilityNumber.Parse("A9999"), 17);

    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Append_EventThatCalls_LeavesARowForEachGroup_InItsTransaction()
    {
        await OpenAsync();
        await using (var lost = await _database.BeginAsync(default))
        {
            Assert.NotNull(await MismatchAsync(lost));
            Assert.Equal(2, (await AlarmRows.ListOpenAsync(lost, default)).Count);
        }

        Assert.Empty(await AlarmRows.ListOpenAsync(_database, default));
        await HappenAsync();

        var raised = await AlarmRows.ListOpenAsync(_database, default);
        Assert.Equal([AlarmGroup.Medical, AlarmGroup.Quality], raised.Select(row => row.AlarmGroup).Order());
        Assert.All(raised, row => Assert.Equal(
            (AlarmKind.IdentityMismatch, A.Coi, A.Subject, 2, 0, A.Moment, A.Moment),
            (row.Kind, row.Coi, row.SubjectNo, row.Version, row.Calls, row.RaisedAt, row.NextAt)));
    }

    [StorageFact]
    public async Task Acknowledge_ManyAtOnce_OneDoes_AndNobodyIsCalledAfterwards()
    {
        var key = await RaisedAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Write(uow => AlarmRows.AcknowledgeAsync(uow, key, Somebody, A.Moment, default)))));

        Assert.Single(done, won => won);
        Assert.DoesNotContain(await AlarmRows.ListDueAsync(_database, A.Moment.AddDays(1), default), row => row.AlarmKey == key);
        Assert.False(await Write(uow => AlarmRows.CallAsync(uow, key, 0, 1, A.Moment, default)));
        Assert.Equal(Somebody, (await AlarmRows.FindAsync(_database, key, default))!.AcknowledgedBy);
    }

    [StorageFact]
    public async Task Call_DecidedOnAnOlderCount_IsRefused()
    {
        var key = await RaisedAsync();

        Assert.True(await Write(uow => AlarmRows.CallAsync(uow, key, 0, 1, A.Moment.AddMinutes(15), default)));
        Assert.False(await Write(uow => AlarmRows.CallAsync(uow, key, 0, 1, A.Moment.AddMinutes(15), default)));

        Assert.DoesNotContain(await AlarmRows.ListDueAsync(_database, A.Moment.AddMinutes(15).AddMilliseconds(-1), default), row => row.AlarmKey == key);
        Assert.Contains(await AlarmRows.ListDueAsync(_database, A.Moment.AddMinutes(15), default), row => row.AlarmKey == key && row.Calls == 1);
    }

    [StorageFact]
    public async Task Pass_OfWhatAnEventRaised_IsRefused_AndOfAClockHappensOnce()
    {
        var raised = await RaisedAsync();
        Assert.False(await Write(uow => AlarmRows.PassAsync(uow, raised, A.Moment, default)));

        var clock = (await AlarmRows.FindAsync(_database, raised, default))! with { AlarmKey = "clock", Version = null };
        Assert.True(await Write(uow => AlarmRows.RaiseAsync(uow, clock, default)));
        Assert.False(await Write(uow => AlarmRows.RaiseAsync(uow, clock, default)));
        Assert.Equal(["clock"], (await AlarmRows.ListRunningAsync(_database, default)).Select(row => row.AlarmKey));
        Assert.True(await Write(uow => AlarmRows.PassAsync(uow, "clock", A.Moment, default)));
        Assert.False(await Write(uow => AlarmRows.PassAsync(uow, "clock", A.Moment, default)));
        Assert.Equal(["clock"], (await AlarmRows.ListOverAsync(_database, 10, default)).Select(row => row.AlarmKey));
    }

    [StorageFact]
    public async Task Raise_OfAClockThatHadPassed_CallsAgain_FromTheFirstOn()
    {
        var clock = (await AlarmRows.FindAsync(_database, await RaisedAsync(), default))! with { AlarmKey = "clock", Version = null };
        await Write(uow => AlarmRows.RaiseAsync(uow, clock, default));
        await Write(uow => AlarmRows.CallAsync(uow, "clock", 0, 1, A.Moment.AddMinutes(15), default));
        await Write(uow => AlarmRows.AcknowledgeAsync(uow, "clock", Somebody, A.Moment, default));
        var later = clock with { RaisedAt = A.Moment.AddHours(1), NextAt = A.Moment.AddHours(2) };
        Assert.False(await Write(uow => AlarmRows.RaiseAsync(uow, later, default)));
        await Write(uow => AlarmRows.PassAsync(uow, "clock", A.Moment, default));

        var raised = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Write(uow => AlarmRows.RaiseAsync(uow, later, default)))));

        Assert.Single(raised, won => won);
        Assert.Equal(later, await AlarmRows.FindAsync(_database, "clock", default));
        Assert.Contains(await AlarmRows.ListDueAsync(_database, later.NextAt, default), row => row.AlarmKey == "clock");
    }

    [StorageFact]
    public async Task Raise_OfWhatAnEventRaised_IsOnceAndForAll()
    {
        var row = (await AlarmRows.FindAsync(_database, await RaisedAsync(), default))!;
        await Write(uow => AlarmRows.AcknowledgeAsync(uow, row.AlarmKey, Somebody, A.Moment, default));

        Assert.False(await Write(uow => AlarmRows.RaiseAsync(uow, row, default)));
        Assert.False(await Write(uow => AlarmRows.RaiseAsync(uow, row with { Version = null }, default)));

        Assert.NotNull((await AlarmRows.FindAsync(_database, row.AlarmKey, default))!.AcknowledgedAt);
    }

    [StorageFact]
    public async Task Raise_OverTheWholeStudy_IsOfNoChain()
    {
        var held = (await AlarmRows.FindAsync(_database, await RaisedAsync(), default))! with { AlarmKey = "study", Kind = AlarmKind.StudyHeld, Version = null, Coi = null, SubjectNo = null };

        Assert.True(await Write(uow => AlarmRows.RaiseAsync(uow, held, default)));

        Assert.Equal(held, await AlarmRows.FindAsync(_database, "study", default));
        Assert.DoesNotContain(await AlarmRows.ListOfChainAsync(_database, A.Coi, default), row => row.AlarmKey == "study");
    }

    [StorageFact]
    public async Task Verify_LotRecalledBeforeItCalledAnybody_IsNotMissed()
    {
        await RaisedAsync();
        var lot = HouseId.Issue(HouseKind.MaterialLot, 4711);
        await Write(async uow =>
        {
            var chain = ChainState.Fold(await ChainStreams.HistoryAsync(uow, A.Coi, default));
            return await ChainStreams.AppendAsync(uow, A.Coi, chain, [new HoldPlaced(1, null, Hold.Recall, false) { Thing = lot }], ActOf("thing.withdraw"), default);
        });
        Assert.Equal(2, (await AlarmRows.ListOpenAsync(_database, default)).Count(row => row.Kind == AlarmKind.LotRecalled));
        Assert.Null(await ChainDivergedAsync());
        fixture.Tamper(_database, "delete from alarm where kind = 'LotRecalled'");
        Assert.NotNull(await ChainDivergedAsync());

        fixture.Tamper(_database, "update alarm_since set lot_recalled = (select max(position) from ledger)");

        Assert.Null(await ChainDivergedAsync());
    }

    [StorageFact]
    public async Task TakeNext_ManySendersAtOnce_OneGetsTheMessage()
    {
        await AddMessageAsync(await RaisedAsync());

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(TakeAsync)));

        Assert.Single(taken, message => message is { State: AlarmMessageState.Sending, Attempts: 1, MayHaveGone: false, Basis: CallBasis.Standing });
        Assert.Equal(9, taken.Count(message => message is null));
    }

    [StorageFact]
    public async Task Failed_WaitsForItsTime_AndRemembersTheDoubt()
    {
        await AddMessageAsync(await RaisedAsync());
        var message = (await TakeAsync())!;
        Assert.True(await Write(uow => AlarmMessages.FailedAsync(uow, message.MessageId, "off", mayHaveGone: true, A.Moment.AddSeconds(5), A.Moment, default)));

        Assert.Null(await TakeAsync());
        var again = (await TakeAsync(A.Moment.AddSeconds(5)))!;
        Assert.Equal((2, true, "off"), (again.Attempts, again.MayHaveGone, again.LastError));
        await Write(uow => AlarmMessages.FailedAsync(uow, message.MessageId, "off", mayHaveGone: false, A.Moment, A.Moment, default));
        Assert.True((await TakeAsync())!.MayHaveGone);
        Assert.True(await Write(uow => AlarmMessages.SentAsync(uow, message.MessageId, A.Moment, default)));
        Assert.False(await Write(uow => AlarmMessages.SentAsync(uow, message.MessageId, A.Moment, default)));
    }

    [StorageFact]
    public async Task Recover_MessageLeftInSending_IsSentAgain_Marked()
    {
        await AddMessageAsync(await RaisedAsync());
        await TakeAsync();

        Assert.Equal(1, await Write(uow => AlarmMessages.RecoverAsync(uow, A.Moment, default)));

        Assert.True((await TakeAsync())!.MayHaveGone);
    }

    [StorageTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sending_BrokenOff_AfterTheAcknowledgement_IsSentNoMore(bool died)
    {
        var key = await RaisedAsync();
        await AddMessageAsync(key);
        var message = (await TakeAsync())!;
        await Write(uow => AlarmRows.AcknowledgeAsync(uow, key, Somebody, A.Moment, default));

        _ = died
            ? await Write(uow => AlarmMessages.RecoverAsync(uow, A.Moment, default)) == 1
            : await Write(uow => AlarmMessages.FailedAsync(uow, message.MessageId, "off", false, A.Moment, A.Moment, default));

        Assert.Null(await TakeAsync());
        Assert.Equal(AlarmMessageState.Dropped, Assert.Single(await AlarmMessages.ListAsync(_database, key, default)).State);
    }

    [StorageFact]
    public async Task Drop_TakesOnlyWhatWaits()
    {
        var key = await RaisedAsync();
        await AddMessageAsync(key);
        await AddMessageAsync(key);
        await TakeAsync();

        Assert.Equal(1, await Write(uow => AlarmMessages.DropAsync(uow, key, A.Moment, default)));
        Assert.Equal(
            [AlarmMessageState.Sending, AlarmMessageState.Dropped], (await AlarmMessages.ListAsync(_database, key, default)).Select(message => message.State));
        Assert.Equal(2, (await AlarmMessages.ListSinceAsync(_database, A.Moment.AddDays(1), default)).Count);
        await Write(uow => AlarmRows.AcknowledgeAsync(uow, key, Somebody, A.Moment, default));
        Assert.Empty(await AlarmMessages.ListSinceAsync(_database, A.Moment.AddDays(1), default));
        Assert.Equal(2, (await AlarmMessages.ListSinceAsync(_database, A.Moment, default)).Count);
    }

    [StorageFact]
    public async Task OnCall_IsListedInItsOrder_AndRemovedOnce()
    {
        await Write(async uow =>
        {
            await OnCalls.AddAsync(uow, Person("b", 2), default);
            await OnCalls.AddAsync(uow, Person("a", 1), default);
            return true;
        });

        Assert.Equal([Person("a", 1), Person("b", 2)], await OnCalls.ListAsync(_database, default));
        var shift = Person("c", 1) with { FromAt = A.Moment, UntilAt = A.Moment.AddHours(12) };
        await Write(async uow =>
        {
            await OnCalls.AddAsync(uow, shift, default);
            return true;
        });
        Assert.Equal(shift, await Write(uow => OnCalls.RemoveAsync(uow, "c", default)));
        Assert.Equal(Person("a", 1), await Write(uow => OnCalls.RemoveAsync(uow, "a", default)));
        Assert.Null(await Write(uow => OnCalls.RemoveAsync(uow, "a", default)));
    }

    [StorageTheory]
    [InlineData("delete from alarm", Divergence.Missing)]
    [InlineData("update alarm set kind = 'Thaw'", Divergence.Changed)]
    [InlineData("update alarm set raised_at = '2026-01-01T00:00:00.000Z'", Divergence.Changed)]
    [InlineData("insert into alarm select alarm_key || 'x', kind, alarm_group, coi, subject_no, bag, version, raised_at, acknowledged_by, acknowledged_at, passed_at, calls, next_at from alarm where alarm_group = 'Medical'", Divergence.Foreign)]
    public async Task Verify_RowThatTheLedgerDoesNotTell_IsFound_AndAMissingOneIsMadeAnew(string sql, Divergence expected)
    {
        await RaisedAsync();
        Assert.Null(await ChainDivergedAsync());
        fixture.Tamper(_database, sql);

        Assert.Equal(("alarm", expected), await ChainDivergedAsync() is { } found ? (found.Table, found.What) : default);

        if (expected == Divergence.Missing)
        {
            await Write(uow => Rebuild.RunAsync(uow, default));
            Assert.Null(await ChainDivergedAsync());
            Assert.Equal(2, (await AlarmRows.ListDueAsync(_database, A.Moment, default)).Count);
        }
    }

    [StorageTheory]
    [InlineData("update alarm set calls = 3")]
    [InlineData("update alarm set acknowledged_by = 'A999900017K', acknowledged_at = '2026-03-01T09:30:15.123Z'")]
    public async Task Verify_WhatNobodyDid_IsFound(string sql)
    {
        await RaisedAsync();
        await using (var session = await _database.ReadAsync(default))
        {
            Assert.Null(await AlarmCheck.FindAsync(session, default));
        }

        fixture.Tamper(_database, sql);

        await using var after = await _database.ReadAsync(default);
        Assert.Equal("alarm", (await AlarmCheck.FindAsync(after, default))!.Table);
    }

    [StorageTheory]
    [InlineData("update alarm set kind = 'Thaw'")]
    [InlineData("update alarm set alarm_group = 'Medical'")]
    [InlineData("update alarm set raised_at = '2026-03-01T09:30:15.124Z'")]
    [InlineData("update alarm set bag = 'x'")]
    [InlineData("delete from alarm")]
    public async Task Verify_AnotherAlarmThanTheClockRaised_IsFound(string sql)
    {
        var clock = new AlarmRow { AlarmKey = "clock", Kind = AlarmKind.StudyHeld, AlarmGroup = AlarmGroup.Quality, Coi = null, SubjectNo = null, RaisedAt = A.Moment, NextAt = A.Moment };
        await Write(uow => AlarmRows.RaiseAsync(uow, clock, default));
        await _database.AppendAsync(AlarmRows.StreamOf("clock"), 0, A.Entry(AlarmEvents.Raised, """{"Alarm":"StudyHeld","Group":"Quality"}"""));
        await using (var session = await _database.ReadAsync(default))
        {
            Assert.Null(await AlarmCheck.FindAsync(session, default));
        }

        fixture.Tamper(_database, sql);

        await using var after = await _database.ReadAsync(default);
        Assert.Equal("clock", (await RowComparison.LegibleAsync("alarm", "clock", () => AlarmCheck.FindAsync(after, default)))!.Key);
    }

    [StorageFact]
    public async Task Verify_WhatHappenedBeforeAlarmsWereKnown_IsNotMissed_NorRaisedByARebuild()
    {
        await RaisedAsync();
        fixture.Tamper(_database, "delete from alarm");
        fixture.Tamper(_database, "update alarm_since set position = (select max(position) from ledger)");

        Assert.Null(await ChainDivergedAsync());
        await Write(uow => Rebuild.RunAsync(uow, default));
        Assert.Empty(await AlarmRows.ListOpenAsync(_database, default));
    }

    private static OnCallRow Person(string id, int place) => new()
    {
        OnCallId = id,
        AlarmGroup = AlarmGroup.Medical,
        StaffNo = Somebody,
        Place = place,
        Phone = "+79120000000",
        Salt = "salt",
        AddedAt = A.Moment,
    };

    private static Act ActOf(string step) => new(Somebody, "Ward", A.Moment, A.Moment, step, [], [], "test-1");

    private Task<ChainState?> OpenAsync() => Write(uow => ChainStreams.AppendAsync(
        uow,
        A.Coi,
        null,
        [new ChainOpened(A.Coi, A.Subject, A.Key, new string('0', 64), new DateOnly(2026, 3, 1), "2.0", 40, true, "SLE", 70)],
        ActOf("enrolment"),
        default));

    private static async Task<ChainState?> MismatchAsync(UnitOfWork uow)
    {
        var chain = ChainState.Fold(await ChainStreams.HistoryAsync(uow, A.Coi, default));
        return await ChainStreams.AppendAsync(uow, A.Coi, chain, [new IdentityMismatched("bedside.first", "band", "a", "b", null)], ActOf("bedside.first"), default);
    }

    private Task<ChainState?> HappenAsync() => Write(MismatchAsync);

    /// <returns>The key of the alarm for the physicians.</returns>
    private async Task<string> RaisedAsync()
    {
        await OpenAsync();
        await HappenAsync();
        return (await AlarmRows.ListOpenAsync(_database, default)).Single(row => row.AlarmGroup == AlarmGroup.Medical).AlarmKey;
    }

    private Task<bool> AddMessageAsync(string key) => Write(async uow =>
    {
        var message = new AlarmMessageRow
        {
            AlarmKey = key,
            CallNo = 1,
            StaffNo = Somebody,
            Basis = CallBasis.Standing,
            Channel = AlarmChannel.Mail,
            Address = "a@example.org",
            NextAt = A.Moment,
            CreatedAt = A.Moment,
        };
        await AlarmMessages.AddAsync(uow, message, default);
        return true;
    });

    private Task<AlarmMessageRow?> TakeAsync() => TakeAsync(A.Moment);

    private Task<AlarmMessageRow?> TakeAsync(DateTimeOffset now) => Write(uow => AlarmMessages.TakeNextAsync(uow, AlarmChannel.Mail, now, default));

    /// <summary>The alarms of the chain alone: nobody was enrolled here as a site does it.</summary>
    private async Task<DivergedRow?> ChainDivergedAsync()
    {
        await using var session = await _database.ReadAsync(default);
        var history = await ChainStreams.HistoryAsync(session, A.Coi, default);
        return await RowComparison.FindAsync(
            "alarm",
            $"{A.Coi}",
            await AlarmCheck.ExpectedAsync(session, A.Coi, history, default),
            () => AlarmCheck.ActualAsync(session, A.Coi, default),
            row => row.Key);
    }

    private Task<T> Write<T>(Func<UnitOfWork, Task<T>> write) => _database.WriteAsync(write);
}

public sealed class AlarmsOnSqlite(SqliteFixture fixture) : AlarmsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class AlarmsOnPostgres(PostgresFixture fixture) : AlarmsContract(fixture), IClassFixture<PostgresFixture>;
