using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Use case: the trail leaves the house as a file. The ledger knows of it before the first byte is sent.</summary>
public sealed class ExportTrail(Database database, TimeProvider time)
{
    /// <returns>The question with its end: what was written later, the export itself too, is not in the file.</returns>
    internal async Task<TrailQuestion> RecordAsync(TrailQuestion question, Person by, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var bounded = question with { Filter = question.Filter with { UpTo = await Trail.LastPositionAsync(uow, ct) } };
        var exported = new TrailExported(bounded.Filter, question.Looks is not null, "csv");
        await AuditJournal.WriteAsync(uow, TrailExported.Type, exported, by.Number, time.GetUtcNow(), ct);
        await uow.CommitAsync(ct);
        return bounded;
    }

    /// <summary>Written as it is read; a reader that breaks off in the middle breaks the transfer, not the file's last row.</summary>
    internal async Task WriteAsync(TrailQuestion question, Stream to, CancellationToken ct)
    {
        await using var writer = new StreamWriter(to, Csv.Encoding, leaveOpen: true);
        await writer.WriteAsync(TrailCsv.Header.AsMemory(), ct);
        await foreach (var line in TrailDesk.ReadAllAsync(database, question, ct))
        {
            await writer.WriteAsync(TrailCsv.Row(line).AsMemory(), ct);
        }
    }
}
