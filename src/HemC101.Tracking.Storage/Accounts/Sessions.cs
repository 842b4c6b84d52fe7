using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>Who signed in when and how. Sign-out ends the row, so that a copied cookie is worth nothing.</summary>
public static class Sessions
{
    public static Task OpenAsync(
        UnitOfWork work, string sessionId, StaffNumber staffNo, SessionProof proof, string? device, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(proof);
        return work.ExecuteAsync(
            """
            insert into person_session (session_id, staff_no, method, second_factor, vouched_by, device, opened_at)
            values (@sessionId, @staffNo, @Method, @Second, @VouchedBy, @device, @now)
            """,
            new { sessionId, staffNo, proof.Method, proof.Second, proof.VouchedBy, device, now },
            ct);
    }

    /// <returns>False when it was ended before, or never was.</returns>
    public static async Task<bool> EndAsync(UnitOfWork work, string sessionId, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            """
            update person_session
               set ended_at = @now
             where session_id = @sessionId
               and ended_at is null
            """,
            new { sessionId, now },
            ct) == 1;
    }

    public static Task SeeAsync(UnitOfWork work, string sessionId, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync("update person_session set seen_at = @now where session_id = @sessionId", new { sessionId, now }, ct);
    }

    /// <param name="work">The transaction.</param>
    /// <param name="staffNo">Whose.</param>
    /// <param name="except">Stays open; null ends all.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>How many were open.</returns>
    public static Task<int> EndAllAsync(UnitOfWork work, StaffNumber staffNo, string? except, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync(
            """
            update person_session
               set ended_at = @now
             where staff_no = @staffNo
               and ended_at is null
               and session_id <> @except
            """,
            new { staffNo, except = except ?? "", now },
            ct);
    }

    /// <param name="source">Where to read.</param>
    /// <param name="staffNo">Whose.</param>
    /// <param name="seenAfter">Exclusive: whoever was not seen since has lapsed.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <returns>Those that were not ended, the newest first.</returns>
    public static Task<IReadOnlyList<SessionRow>> ListOpenAsync(Source source, StaffNumber staffNo, DateTimeOffset seenAfter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.QueryAsync<SessionRow>(
            """
            select session_id, method, second_factor, opened_at, coalesce(person_session.seen_at, opened_at) as seen_at, device, station_device.type
              from person_session
              left join station_device on station_device.house_id = person_session.device
             where staff_no = @staffNo
               and ended_at is null
               and coalesce(person_session.seen_at, opened_at) > @seenAfter
             order by opened_at desc, session_id
            """,
            new { staffNo, seenAfter },
            ct);
    }

    /// <summary>Whose session it is or was: ended, lapsed, of a closed account. For what nobody may be kept from.</summary>
    public static async Task<PersonAccount?> FindOwnerAsync(Source source, string sessionId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = await source.FindAsync<PersonRow>(
            $"""
            select {PersonRow.Columns}
              from person_session
              join person on person.staff_no = person_session.staff_no
             where person_session.session_id = @sessionId
            """,
            new { sessionId },
            ct);
        return row?.ToAccount();
    }

    /// <param name="source">Where to read.</param>
    /// <param name="known">Whoever is known already, as they stand now, is not read again.</param>
    /// <param name="sessionId">Which session.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when the session was ended, never was, or belongs to somebody who may no longer work here.</returns>
    public static async Task<SessionPerson?> FindPersonAsync(Source source, KnownPeople known, string sessionId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(known);
        var open = await source.FindAsync<OpenRow>(
            $"""
            select person.staff_no,
                   person.security_stamp,
                   person.concurrency_stamp,
                   person_session.method,
                   person_session.second_factor,
                   person_session.vouched_by,
                   {StationDevices.Any} as any_station
              from person_session
              join person on person.staff_no = person_session.staff_no
             where person_session.session_id = @sessionId
               and person_session.ended_at is null
               and person.active = true
            """,
            new { sessionId },
            ct);
        return open is not null && await FindRowAsync(source, known, open, ct) is { Active: true } row
            ? new(row.ToAccount(), new(open.Method, open.SecondFactor, open.VouchedBy), open.AnyStation)
            : null;
    }

    private static async Task<PersonRow?> FindRowAsync(Source source, KnownPeople known, OpenRow open, CancellationToken ct)
    {
        if (known.Find(open.StaffNo, open.SecurityStamp, open.ConcurrencyStamp) is { } kept)
        {
            return kept;
        }

        var row = await PersonAccounts.FindRowAsync(source, open.StaffNo, ct);
        if (row is not null)
        {
            known.Keep(row);
        }

        return row;
    }

    private sealed record OpenRow
    {
        public required StaffNumber StaffNo { get; init; }

        public required string SecurityStamp { get; init; }

        public required string ConcurrencyStamp { get; init; }

        public required AuthenticationMethod Method { get; init; }

        public AuthenticationMethod? SecondFactor { get; init; }

        public StaffNumber? VouchedBy { get; init; }

        public required bool AnyStation { get; init; }
    }
}
