using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>What was true before a correction of name or birth date; written once, with the correction.</summary>
public static class FormerIdentities
{
    public static Task AddAsync(UnitOfWork uow, FormerIdentityRow former, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into former_identity (subject_no, version, personal_data, personal_data_hash, replaced_at)
            values (@SubjectNo, @Version, @PersonalData, @PersonalDataHash, @ReplacedAt)
            """,
            former,
            ct);

    /// <returns>Of one participant, the oldest first.</returns>
    public static Task<IReadOnlyList<FormerIdentityRow>> ListAsync(Source source, SubjectNumber subjectNo, CancellationToken ct) =>
        source.QueryAsync<FormerIdentityRow>(
            """
            select subject_no, version, personal_data, personal_data_hash, replaced_at
              from former_identity
             where subject_no = @subjectNo
             order by version
            """,
            new { subjectNo },
            ct);

    /// <returns>Of everybody.</returns>
    public static Task<IReadOnlyList<FormerIdentityRow>> ListAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<FormerIdentityRow>(
            """
            select subject_no, version, personal_data, personal_data_hash, replaced_at
              from former_identity
             order by subject_no, version
            """,
            null,
            ct);
}
