using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Storage.Registry;

public static class Participants
{
    /// <returns>False when the subject number or the patient key is taken.</returns>
    public static Task<bool> AddAsync(UnitOfWork uow, ParticipantRow participant, CancellationToken ct) =>
        WriteAsync(
            uow,
            """
            insert into participant (subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at)
            values (@SubjectNo, @PersonalData, @PersonalDataHash, @PersonDigest, @SurnameDigest, @PatientKey, @CreatedAt)
            on conflict do nothing
            """,
            participant,
            ct);

    /// <summary>Of a participant who has no mark yet.</summary>
    /// <returns>False when there is one already, or no such participant.</returns>
    public static Task<bool> MarkSurnameAsync(UnitOfWork uow, SubjectNumber subjectNo, string surnameDigest, CancellationToken ct) =>
        WriteAsync(
            uow,
            "update participant set surname_digest = @surnameDigest where subject_no = @subjectNo and surname_digest is null",
            new { subjectNo, surnameDigest },
            ct);

    /// <returns>Whether another participant whose course is not over has the same surname.</returns>
    public static async Task<bool> HasNamesakeAsync(Source source, SubjectNumber subjectNo, CancellationToken ct) =>
        await source.GetAsync<long>(
            """
            select count(*)
              from participant as this
              join participant as other
                on other.surname_digest = this.surname_digest
               and other.subject_no <> this.subject_no
              join chain on chain.subject_no = other.subject_no
             where this.subject_no = @subjectNo
               and chain.product_state <> @completed
               and chain.product_state <> @discontinued
            """,
            new { subjectNo, completed = ProductState.Completed, discontinued = ProductState.Discontinued },
            ct) > 0;

    /// <summary>After a correction of the personal data, or under a new key.</summary>
    /// <returns>False when there is no such participant.</returns>
    public static Task<bool> ReplacePersonalDataAsync(
        UnitOfWork uow, SubjectNumber subjectNo, byte[] personalData, Digest personalDataHash, string personDigest, string? surnameDigest, CancellationToken ct) =>
        WriteAsync(
            uow,
            """
            update participant
               set personal_data = @personalData, personal_data_hash = @personalDataHash, person_digest = @personDigest, surname_digest = @surnameDigest
             where subject_no = @subjectNo
            """,
            new { subjectNo, personalData, personalDataHash, personDigest, surnameDigest },
            ct);

    public static Task<ParticipantRow?> FindAsync(Source source, SubjectNumber subjectNo, CancellationToken ct) =>
        source.RecallAsync<ParticipantRow>(
            $"participant/{subjectNo}",
            """
            select subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at
              from participant
             where subject_no = @subjectNo
            """,
            new { subjectNo },
            ct);

    public static Task<ParticipantRow?> FindByPatientKeyAsync(Source source, PatientKey patientKey, CancellationToken ct) =>
        source.FindAsync<ParticipantRow>(
            """
            select subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at
              from participant
             where patient_key = @patientKey
            """,
            new { patientKey },
            ct);

    /// <returns>Who may be the same person; more than one when that was accepted before.</returns>
    public static Task<IReadOnlyList<ParticipantRow>> ListSamePersonAsync(Source source, string personDigest, CancellationToken ct) =>
        source.QueryAsync<ParticipantRow>(
            """
            select subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at
              from participant
             where person_digest = @personDigest
             order by subject_no
            """,
            new { personDigest },
            ct);

    /// <returns>The first by subject number; null when there is none.</returns>
    public static Task<ParticipantRow?> FindAnyAsync(Source source, CancellationToken ct) =>
        source.FindAsync<ParticipantRow>(
            """
            select subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at
              from participant
             order by subject_no
             limit 1
            """,
            null,
            ct);

    public static Task<IReadOnlyList<ParticipantRow>> ListAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<ParticipantRow>(
            """
            select subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at
              from participant
             order by subject_no
            """,
            null,
            ct);

    public static Task<long> CountAsync(Source source, CancellationToken ct) =>
        source.GetAsync<long>("select count(*) from participant", null, ct);

    private static async Task<bool> WriteAsync(UnitOfWork uow, string sql, object values, CancellationToken ct)
    {
        uow.RowsMove();
        return await uow.ExecuteAsync(sql, values, ct) == 1;
    }
}
