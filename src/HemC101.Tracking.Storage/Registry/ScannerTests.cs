namespace HemC101.Tracking.Storage.Registry;

public static class ScannerTests
{
    public static Task BeginAsync(UnitOfWork uow, ScannerTestRow test, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into scanner_test (test_id, device, station, place, staff_no, begun_at)
            values (@TestId, @Device, @Station, @Place, @StaffNo, @BegunAt)
            """,
            test,
            ct);

    /// <returns>Null when this device began no such test.</returns>
    public static Task<ScannerTestRow?> FindAsync(Source source, string testId, string device, CancellationToken ct) =>
        source.FindAsync<ScannerTestRow>(
            """
            select test_id, device, station, place, staff_no, begun_at
              from scanner_test
             where test_id = @testId
               and device = @device
            """,
            new { testId, device },
            ct);

    /// <returns>False when the symbol was scanned in this test already; that scan stands.</returns>
    public static async Task<bool> AddScanAsync(UnitOfWork uow, ScannerTestScanRow scan, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            insert into scanner_test_scan (test_id, symbol, findings, sends_prefix, sends_separators, separator_replacement, median_ms, at)
            values (@TestId, @Symbol, @Findings, @SendsPrefix, @SendsSeparators, @SeparatorReplacement, @MedianMs, @At)
            on conflict (test_id, symbol) do nothing
            """,
            scan,
            ct) == 1;

    public static Task<IReadOnlyList<ScannerTestScanRow>> ListScansAsync(Source source, string testId, CancellationToken ct) =>
        source.QueryAsync<ScannerTestScanRow>(
            """
            select test_id, symbol, findings, sends_prefix, sends_separators, separator_replacement, median_ms, at
              from scanner_test_scan
             where test_id = @testId
             order by at, symbol
            """,
            new { testId },
            ct);

    /// <returns>Null when no test of this device was ever finished.</returns>
    public static Task<ScannerStandingRow?> FindStandingAsync(Source source, string device, CancellationToken ct) =>
        source.FindAsync<ScannerStandingRow>(
            """
            select device, version, station, place, staff_no, tested_at, passed, sends_separators, separator_replacement
              from scanner_standing
             where device = @device
            """,
            new { device },
            ct);

    internal static Task<IReadOnlyList<ScannerStandingRow>> ListStandingsAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<ScannerStandingRow>(
            """
            select device, version, station, place, staff_no, tested_at, passed, sends_separators, separator_replacement
              from scanner_standing
             order by device
            """,
            null,
            ct);

    public static Task PutStandingAsync(UnitOfWork uow, ScannerStandingRow standing, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into scanner_standing (device, version, station, place, staff_no, tested_at, passed, sends_separators, separator_replacement)
            values (@Device, @Version, @Station, @Place, @StaffNo, @TestedAt, @Passed, @SendsSeparators, @SeparatorReplacement)
            on conflict (device) do update
               set version = excluded.version, station = excluded.station, place = excluded.place, staff_no = excluded.staff_no,
                   tested_at = excluded.tested_at, passed = excluded.passed, sends_separators = excluded.sends_separators,
                   separator_replacement = excluded.separator_replacement
            """,
            standing,
            ct);
}
