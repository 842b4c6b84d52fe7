using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>Questions to the rows beside the ledger.</summary>
public static class ChainRows
{
    public static Task<IReadOnlyList<ChainRow>> ListAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<ChainRow>(
            """
            select coi, subject_no, product_state, held, version, changed_at
              from chain
             order by subject_no
            """,
            null,
            ct);

    /// <summary>Those on which something may be due: all but the ones that this edition of the rule book found at rest.</summary>
    public static Task<IReadOnlyList<ChainRow>> ListAwakeAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<ChainRow>(
            """
            select coi, subject_no, product_state, held, version, changed_at
              from chain
             where at_rest is null or at_rest <> @Edition
             order by subject_no
            """,
            new { RuleBook.Edition },
            ct);

    public static Task<ChainRow?> FindAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.FindAsync<ChainRow>(
            """
            select coi, subject_no, product_state, held, version, changed_at
              from chain
             where coi = @coi
            """,
            new { coi },
            ct);

    public static Task<CoiId?> FindByPatientAsync(Source source, PatientKey patient, CancellationToken ct) =>
        source.FindAsync<CoiId?>("select coi from chain where patient_key = @patient", new { patient }, ct);

    public static Task<CoiId?> FindByDonationAsync(Source source, DonationNumber donation, CancellationToken ct) =>
        source.FindAsync<CoiId?>("select coi from collection where donation = @donation", new { donation }, ct);

    public static Task<CoiId?> FindByPositionAsync(Source source, HouseId position, CancellationToken ct) =>
        source.FindAsync<CoiId?>("select coi from dose_bag where position = @position", new { position }, ct);
}
