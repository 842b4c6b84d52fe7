using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

public static class SealedChecks
{
    public static Task AddAsync(UnitOfWork uow, SealedCheckRow check, CancellationToken ct) =>
        uow.ExecuteAsync(
            "insert into sealed_check (coi, version, attempt_id, sealed, at) values (@Coi, @Version, @AttemptId, @Sealed, @At)", check, ct);

    /// <returns>Null when the event of this version has no half behind it.</returns>
    public static Task<SealedCheckRow?> FindAsync(Source source, CoiId coi, int version, CancellationToken ct) =>
        source.FindAsync<SealedCheckRow>(
            "select coi, version, attempt_id, sealed, at from sealed_check where coi = @coi and version = @version", new { coi, version }, ct);

    /// <returns>False also for an attempt that took a whole step.</returns>
    public static async Task<bool> IsHalfAsync(Source source, string attemptId, CancellationToken ct) =>
        await source.FindAsync<int?>("select version from sealed_check where attempt_id = @attemptId", new { attemptId }, ct) is not null;

    /// <returns>By version.</returns>
    internal static Task<IReadOnlyList<SealedCheckRow>> ListAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<SealedCheckRow>(
            "select coi, version, attempt_id, sealed, at from sealed_check where coi = @coi order by version", new { coi }, ct);
}
