using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

public static class LabelPrints
{
    /// <summary>A print that supersedes another puts that one out of use in the same breath.</summary>
    /// <returns>
    /// False when the serial is taken, or the other print is not there, void, or superseded already; then nothing is changed.
    /// </returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, LabelPrintRow print, CancellationToken ct)
    {
        if (await FindAsync(uow, print.Serial, ct) is not null || !await SupersedeAsync(uow, print, ct))
        {
            return false;
        }

        await uow.ExecuteAsync(
            """
            insert into label_print (serial, kind, carrier, state, subject_no, coi, donation, bag, batch, house_id, staff_no,
                                     symbol, reason, printed_by, created_at, changed_at, supersedes)
            values (@Serial, @Kind, @Carrier, @State, @SubjectNo, @Coi, @Donation, @Bag, @Batch, @HouseId, @StaffNo,
                    @Symbol, @Reason, @PrintedBy, @CreatedAt, @ChangedAt, @Supersedes)
            """,
            print,
            ct);
        return true;
    }

    /// <param name="uow">The transaction of the step.</param>
    /// <param name="serial">Which print.</param>
    /// <param name="from">The state that the caller's decision rests on.</param>
    /// <param name="to">The new state.</param>
    /// <param name="reason">Null keeps the reason that was given before.</param>
    /// <param name="at">By the clock of the server.</param>
    /// <param name="ct">Stops the write.</param>
    /// <returns>False when someone else moved the print first.</returns>
    public static async Task<bool> MoveAsync(
        UnitOfWork uow,
        PrintSerial serial,
        LabelPrintState from,
        LabelPrintState to,
        string? reason,
        DateTimeOffset at,
        CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update label_print
               set state = @to, reason = coalesce(@reason, reason), changed_at = @at
             where serial = @serial
               and state = @from
            """,
            new { serial, from, to, reason, at },
            ct) == 1;

    public static Task<LabelPrintRow?> FindAsync(Source source, PrintSerial serial, CancellationToken ct) =>
        source.FindAsync<LabelPrintRow>(
            """
            select serial, kind, carrier, state, subject_no, coi, donation, bag, batch, house_id, staff_no,
                   symbol, reason, printed_by, created_at, changed_at, supersedes
              from label_print
             where serial = @serial
            """,
            new { serial },
            ct);

    /// <returns>Every print of a chain, oldest first, also void and superseded ones: what reconciliation counts.</returns>
    public static Task<IReadOnlyList<LabelPrintRow>> ListAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<LabelPrintRow>(
            """
            select serial, kind, carrier, state, subject_no, coi, donation, bag, batch, house_id, staff_no,
                   symbol, reason, printed_by, created_at, changed_at, supersedes
              from label_print
             where coi = @coi
             order by created_at, serial
            """,
            new { coi },
            ct);

    /// <returns>Badges, plates and pre-printed sets: every print that was ordered for no chain.</returns>
    internal static Task<IReadOnlyList<LabelPrintRow>> ListOfHouseAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<LabelPrintRow>(
            """
            select serial, kind, carrier, state, subject_no, coi, donation, bag, batch, house_id, staff_no,
                   symbol, reason, printed_by, created_at, changed_at, supersedes
              from label_print
             where coi is null
             order by serial
            """,
            null,
            ct);

    private static async Task<bool> SupersedeAsync(UnitOfWork uow, LabelPrintRow print, CancellationToken ct) =>
        print.Supersedes is not { } old
        || await uow.ExecuteAsync(
            """
            update label_print
               set state = 'Superseded', reason = @Reason, changed_at = @CreatedAt
             where serial = @old
               and state in ('Queued', 'Printed', 'Applied')
            """,
            new { old, print.Reason, print.CreatedAt },
            ct) == 1;
}
