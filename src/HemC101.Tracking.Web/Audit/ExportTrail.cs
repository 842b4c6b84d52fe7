using System.Globalization;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Use case: the trail leaves the house as a file. The ledger knows of it before the first byte is sent.</summary>
public sealed class ExportTrail(Database database, SettingsDesk settings, PersonalDataVault vault, PaperReport paper, TimeProvider time)
{
    /// <summary>A PDF is made in memory; a table has no such end.</summary>
    public const int MostOnPaper = 10_000;

    public static Text TooLong { get; } = new(
        $"В отборе больше {MostOnPaper} записей: столько не печатают. Сузьте отбор по дням или выгрузите CSV, у него предела нет.",
        $"The filter holds more than {MostOnPaper} entries, too many for paper. Narrow it down by days, or export the CSV, which has no limit.");

    /// <returns>The question with its end: what was written later, the export itself too, is not in the file.</returns>
    internal async Task<TrailQuestion> RecordAsync(TrailQuestion question, Person by, CancellationToken ct) =>
        await RecordAsync(question, "csv", by, time.GetUtcNow(), ct);

    /// <summary>Written as it is read; a reader that breaks off in the middle breaks the transfer, not the file's last row.</summary>
    internal async Task WriteAsync(TrailQuestion question, Stream to, CancellationToken ct)
    {
        await using var writer = new StreamWriter(to, Csv.Encoding, leaveOpen: true);
        await writer.WriteAsync(TrailCsv.Header.AsMemory(), ct);
        await foreach (var line in TrailDesk.ReadAllAsync(database, vault, question, ct))
        {
            await writer.WriteAsync(TrailCsv.Row(line).AsMemory(), ct);
        }
    }

    /// <param name="question">What is asked for.</param>
    /// <param name="asked">The same as it was entered, by name.</param>
    /// <param name="by">Who exports.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Null, and nothing recorded, when it is <see cref="TooLong"/>.</returns>
    internal async Task<byte[]?> PrintAsync(TrailQuestion question, IReadOnlyList<(Text Name, string Value)> asked, Person by, CancellationToken ct)
    {
        var bounded = question with { Filter = question.Filter with { UpTo = await Trail.LastPositionAsync(database, ct) } };
        List<TrailLine> lines = [];
        await foreach (var line in TrailDesk.ReadAllAsync(database, vault, bounded, ct))
        {
            if (lines.Count == MostOnPaper)
            {
                return null;
            }

            lines.Add(line);
        }

        var (at, current) = (time.GetUtcNow(), await settings.CurrentAsync(database, ct));
        var centre = current.SiteNumber.ToString("00", CultureInfo.InvariantCulture);
        var site = Language.T(
            $"Исследование HemC101-01-01, центр {centre}, учреждение {current.FacilityNumber}", $"Trial HemC101-01-01, site {centre}, facility {current.FacilityNumber}");
        var head = new TrailHead(site, asked, by, at, question.Looks is null ? bounded.Filter.UpTo : null);
        var pdf = paper.Write(TrailPdf.Sheet(head), TrailPdf.Blocks(head, lines));
        await RecordAsync(bounded, "pdf", by, at, ct);
        return pdf;
    }

    private async Task<TrailQuestion> RecordAsync(TrailQuestion question, string format, Person by, DateTimeOffset at, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var bounded = question with { Filter = question.Filter with { UpTo = question.Filter.UpTo ?? await Trail.LastPositionAsync(uow, ct) } };
        await AuditJournal.WriteAsync(uow, TrailExported.Type, new TrailExported(bounded.Filter, question.Looks is not null, format), by.Number, at, ct);
        await uow.CommitAsync(ct);
        return bounded;
    }
}
