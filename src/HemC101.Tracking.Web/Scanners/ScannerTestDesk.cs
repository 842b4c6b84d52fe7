using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Scanners;

/// <summary>A test as far as it has come.</summary>
/// <param name="Scans">In the order of the symbols.</param>
/// <param name="Result">Null as long as a symbol is missing.</param>
public sealed record ScannerTestState(ScannerTestRow Test, IReadOnlyList<Diagnosis> Scans, ScannerTestResult? Result)
{
    /// <summary>What is to be scanned now; null when all is done.</summary>
    public TestSymbol? Next => TestSymbols.All.FirstOrDefault(symbol => Scans.All(scan => scan.Symbol != symbol.Key));
}

/// <param name="Timing">Null when nobody measured.</param>
public sealed record TestScan(string TestId, string Symbol, string? Raw, KeyTiming? Timing, Person By);

/// <summary>Use cases of the scanner test. The last symbol writes the result: event, standing and scan are one transaction.</summary>
public sealed class ScannerTestDesk(Database database, TimeProvider time)
{
    private static readonly ReferenceField Place = new("Place", new("Номер рабочего места", "Number of the workplace"));

    /// <param name="place">1 to 20 of <c>A-Z 0-9 - /</c>: never free text, which might name a person.</param>
    /// <returns>The number of the new test, or why none was begun.</returns>
    public async Task<(string? TestId, Text? Refused)> BeginAsync(string device, string station, string? place, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Place.Check(place ?? "", out var checkedPlace) is { } refusal)
        {
            return (null, refusal);
        }

        var now = time.GetUtcNow();
        var testId = Guid.CreateVersion7(now).ToString("N");
        await using var uow = await database.BeginAsync(ct);
        await ScannerTests.BeginAsync(
            uow,
            new ScannerTestRow
            {
                TestId = testId,
                Device = device,
                Station = station,
                Place = (string)checkedPlace!,
                StaffNo = by.Number,
                BegunAt = now,
            },
            ct);
        await uow.CommitAsync(ct);
        return (testId, null);
    }

    /// <returns>Null when this device began no such test.</returns>
    public async Task<ScannerTestState?> FindAsync(string testId, string device, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await StateAsync(session, testId, device, ct);
    }

    /// <summary>A scan that says nothing of the scanner leaves nothing; a symbol scanned already stays as it was.</summary>
    /// <returns>Null when this device began no such test.</returns>
    public async Task<(ScannerTestState State, Diagnosis Scan)?> TakeAsync(TestScan scan, string device, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scan);
        await using var uow = await database.BeginAsync(ct);
        if (TestSymbols.Find(scan.Symbol) is not { } symbol || await StateAsync(uow, scan.TestId, device, ct) is not { } before)
        {
            return null;
        }

        if (before.Scans.FirstOrDefault(earlier => earlier.Symbol == symbol.Key) is { } known)
        {
            return (before, known);
        }

        var diagnosis = Diagnosis.Of(symbol, scan.Raw, scan.Timing);
        if (diagnosis.IsSlip)
        {
            return (before, diagnosis);
        }

        var now = time.GetUtcNow();
        await ScannerTests.AddScanAsync(uow, Row(scan.TestId, diagnosis, now), ct);
        var after = (await StateAsync(uow, scan.TestId, device, ct))!;
        if (after.Result is { } result)
        {
            await FinishAsync(uow, after, result, scan.By, now, ct);
        }

        await uow.CommitAsync(ct);
        return (after, diagnosis);
    }

    private static async Task<ScannerTestState?> StateAsync(Source source, string testId, string device, CancellationToken ct)
    {
        if (await ScannerTests.FindAsync(source, testId, device, ct) is not { } test)
        {
            return null;
        }

        var rows = (await ScannerTests.ListScansAsync(source, testId, ct)).ToDictionary(row => row.Symbol);
        Diagnosis[] scans = [.. TestSymbols.All.Where(symbol => rows.ContainsKey(symbol.Key)).Select(symbol => Read(rows[symbol.Key]))];
        return new(test, scans, ScannerTestResult.Of(scans));
    }

    private static async Task FinishAsync(
        UnitOfWork uow, ScannerTestState state, ScannerTestResult result, Person by, DateTimeOffset now, CancellationToken ct)
    {
        var test = state.Test;
        var version = (await ScannerTests.FindStandingAsync(uow, test.Device, ct))?.Version ?? 0;
        var said = ScannerTested.Of(test.TestId, test.Place, state.Scans, result).ToJson();
        var entry = new NewEntry(nameof(ScannerTested), 1, now, by.Number.ToString(), test.Station, said);
        if (await EventLedger.AppendAsync(uow, ScannerTested.StreamOf(test.Device), checked((int)version), now, [entry], ct) is not Appended.Ok appended)
        {
            throw new InvalidOperationException($"The stream of scanner {test.Device} moved inside its own transaction.");
        }

        await ScannerTests.PutStandingAsync(
            uow,
            new ScannerStandingRow
            {
                Device = test.Device,
                Version = appended.Version,
                Station = test.Station,
                Place = test.Place,
                StaffNo = by.Number,
                TestedAt = now,
                Passed = result.Passed,
                SendsSeparators = result.Setup.SendsSeparators,
                SeparatorReplacement = result.Setup.SeparatorReplacement?.ToString(),
            },
            ct);
    }

    private static ScannerTestScanRow Row(string testId, Diagnosis diagnosis, DateTimeOffset now) => new()
    {
        TestId = testId,
        Symbol = diagnosis.Symbol,
        Findings = ScannerTested.WriteFindings(diagnosis.Findings),
        SendsPrefix = diagnosis.SendsPrefix,
        SendsSeparators = diagnosis.Setup.SendsSeparators,
        SeparatorReplacement = diagnosis.Setup.SeparatorReplacement?.ToString(),
        MedianMs = diagnosis.MedianMs is { } median ? (long)Math.Min(Math.Ceiling(median), int.MaxValue) : null,
        At = now,
    };

    private static Diagnosis Read(ScannerTestScanRow row) =>
        new(row.Symbol, ScannerTested.ReadFindings(row.Findings), row.Scanner, row.SendsPrefix, row.MedianMs);
}
