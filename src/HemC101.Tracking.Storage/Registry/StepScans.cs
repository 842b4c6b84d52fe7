namespace HemC101.Tracking.Storage.Registry;

public static class StepScans
{
    /// <returns>False when a scan with this client scan id was there already; it stays as it was.</returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, StepScanRow scan, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            insert into scan (client_scan_id, attempt_id, place, coi, step, demand, raw, code, entry_method, verdict, person, station, at,
                              sends_separators, separator_replacement, typed_reason, key_count, key_median_ms, key_end)
            select @ClientScanId, @AttemptId, coalesce(max(place), 0) + 1, @Coi, @Step, @Demand, @Raw, @Code, @EntryMethod, @Verdict,
                   @Person, @Station, @At, @SendsSeparators, @SeparatorReplacement, @TypedReason, @KeyCount, @KeyMedianMs, @KeyEnd
              from scan
             where attempt_id = @AttemptId
            on conflict (client_scan_id) do nothing
            """,
            scan,
            ct) == 1;

    public static Task<StepScanRow?> FindAsync(Source source, string clientScanId, CancellationToken ct) =>
        source.FindAsync<StepScanRow>(
            """
            select client_scan_id, attempt_id, coi, step, demand, raw, code, entry_method, verdict, person, station, at,
                   sends_separators, separator_replacement, typed_reason, key_count, key_median_ms, key_end
              from scan
             where client_scan_id = @clientScanId
            """,
            new { clientScanId },
            ct);

    /// <returns>In the order in which they were written.</returns>
    public static Task<IReadOnlyList<StepScanRow>> ListAsync(Source source, string attemptId, CancellationToken ct) =>
        source.QueryAsync<StepScanRow>(
            """
            select client_scan_id, attempt_id, coi, step, demand, raw, code, entry_method, verdict, person, station, at,
                   sends_separators, separator_replacement, typed_reason, key_count, key_median_ms, key_end
              from scan
             where attempt_id = @attemptId
             order by place
            """,
            new { attemptId },
            ct);

    /// <returns>What finished attempts at the steps of one stream of the ledger rest on.</returns>
    internal static Task<IReadOnlyList<StepScanRow>> ListEvidenceAsync(Source source, string stream, CancellationToken ct) =>
        source.QueryAsync<StepScanRow>(
            $"""
            {FinishedAttempts.OfStream}
            select client_scan_id, scan.attempt_id, coi, step, demand, raw, code, entry_method, verdict, person, station, scan.at,
                   sends_separators, separator_replacement, typed_reason, key_count, key_median_ms, key_end
              from of_stream
             cross join scan
             where scan.attempt_id = of_stream.attempt_id
             order by scan.attempt_id, place
            """,
            new { stream },
            ct);
}
