using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>Wristbands: a patient key and its instances, of which at most one is on the wrist.</summary>
public static class Bands
{
    /// <returns>False when this instance was there already.</returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, BandRow band, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            insert into band (patient_key, instance, subject_no, print_serial, state, changed_at)
            values (@PatientKey, @Instance, @SubjectNo, @PrintSerial, @State, @ChangedAt)
            on conflict (patient_key, instance) do nothing
            """,
            band,
            ct) == 1;

    public static Task<int> NextInstanceAsync(UnitOfWork uow, PatientKey patientKey, CancellationToken ct) =>
        uow.GetAsync<int>("select coalesce(max(instance), 0) + 1 from band where patient_key = @patientKey", new { patientKey }, ct);

    /// <summary>Binds a printed band and revokes every earlier instance.</summary>
    /// <returns>False when the band is not there, or not just printed; then nothing was changed.</returns>
    public static async Task<bool> BindAsync(UnitOfWork uow, PatientKey patientKey, int instance, DateTimeOffset at, CancellationToken ct)
    {
        var band = await FindAsync(uow, patientKey, instance, ct);
        if (band is not { State: BandState.Printed })
        {
            return false;
        }

        await uow.ExecuteAsync(
            """
            update band
               set state = 'Revoked', changed_at = @at
             where patient_key = @patientKey
               and instance < @instance
               and state <> 'Revoked'
            """,
            new { patientKey, instance, at },
            ct);
        return await MoveAsync(uow, patientKey, instance, BandState.Printed, BandState.Bound, at, ct);
    }

    /// <returns>False when the band was not bound.</returns>
    public static Task<bool> RevokeAsync(UnitOfWork uow, PatientKey patientKey, int instance, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, patientKey, instance, BandState.Bound, BandState.Revoked, at, ct);

    public static Task<BandRow?> FindAsync(Source source, PatientKey patientKey, int instance, CancellationToken ct) =>
        source.FindAsync<BandRow>(
            """
            select patient_key, instance, subject_no, print_serial, state, changed_at
              from band
             where patient_key = @patientKey
               and instance = @instance
            """,
            new { patientKey, instance },
            ct);

    public static Task<BandRow?> FindBoundAsync(Source source, SubjectNumber subjectNo, CancellationToken ct) =>
        source.FindAsync<BandRow>(
            """
            select patient_key, instance, subject_no, print_serial, state, changed_at
              from band
             where subject_no = @subjectNo
               and state = 'Bound'
            """,
            new { subjectNo },
            ct);

    public static Task<IReadOnlyList<BandRow>> ListAsync(Source source, SubjectNumber subjectNo, CancellationToken ct) =>
        source.QueryAsync<BandRow>(
            """
            select patient_key, instance, subject_no, print_serial, state, changed_at
              from band
             where subject_no = @subjectNo
             order by patient_key, instance
            """,
            new { subjectNo },
            ct);

    private static async Task<bool> MoveAsync(
        UnitOfWork uow, PatientKey patientKey, int instance, BandState from, BandState to, DateTimeOffset at, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update band
               set state = @to, changed_at = @at
             where patient_key = @patientKey
               and instance = @instance
               and state = @from
            """,
            new { patientKey, instance, from, to, at },
            ct) == 1;
}
