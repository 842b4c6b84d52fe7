using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>Who signed in when and how. Sign-out ends the row, so that a copied cookie is worth nothing.</summary>
public static class Sessions
{
    public static Task OpenAsync(
        UnitOfWork work, string sessionId, StaffNumber staffNo, AuthenticationMethod method, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync(
            """
            insert into person_session (session_id, staff_no, method, opened_at)
            values (@sessionId, @staffNo, @method, @now)
            """,
            new { sessionId, staffNo, method, now },
            ct);
    }

    public static Task EndAsync(UnitOfWork work, string sessionId, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync(
            """
            update person_session
               set ended_at = @now
             where session_id = @sessionId
               and ended_at is null
            """,
            new { sessionId, now },
            ct);
    }

    /// <returns>Null when the session was ended, never was, or belongs to somebody who may no longer work here.</returns>
    public static async Task<PersonAccount?> FindPersonAsync(Source source, string sessionId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = await source.FindAsync<PersonRow>(
            $"""
            select {PersonRow.Columns}
              from person_session
              join person on person.staff_no = person_session.staff_no
             where person_session.session_id = @sessionId
               and person_session.ended_at is null
               and person.active = true
            """,
            new { sessionId },
            ct);
        return row?.ToAccount();
    }
}
