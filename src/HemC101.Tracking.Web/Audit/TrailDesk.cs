using System.Runtime.CompilerServices;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Reads the trail, page by page, with the names of those who acted.</summary>
internal static class TrailDesk
{
    public const int PageLength = 50;

    private const int Batch = 500;

    /// <param name="source">Where to read.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="before">Exclusive: the place of the last line shown; null begins with the newest.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Newest first, and whether there are older ones.</returns>
    public static async Task<(IReadOnlyList<TrailLine> Lines, bool More)> ReadAsync(Source source, TrailQuestion question, long? before, CancellationToken ct)
    {
        var lines = await ListAsync(source, question, await LinesAsync(source, ct), before, PageLength + 1, ct);
        return ([.. lines.Take(PageLength)], lines.Count > PageLength);
    }

    /// <summary>All of it, newest first, a batch in memory at a time; whoever reads slowly keeps no transaction open.</summary>
    public static async IAsyncEnumerable<TrailLine> ReadAllAsync(Source source, TrailQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var lines = await LinesAsync(source, ct);
        for (long? before = null; await ListAsync(source, question, lines, before, Batch, ct) is { Count: > 0 } read; before = read[^1].Place)
        {
            foreach (var line in read)
            {
                yield return line;
            }
        }
    }

    private static async Task<IReadOnlyList<TrailLine>> ListAsync(
        Source source, TrailQuestion question, TrailLines lines, long? before, int limit, CancellationToken ct) => question.Looks is { } looks
        ? [.. (await PersonalDataLooks.ListAsync(source, looks, before, limit, ct)).Select(lines.Of)]
        : await ListAsync(source, await Trail.ListAsync(source, question.Filter, before, limit, ct), question.Filter.UpTo, lines, ct);

    private static async Task<IReadOnlyList<TrailLine>> ListAsync(
        Source source, IReadOnlyList<LedgerEntry> entries, long? upTo, TrailLines lines, CancellationToken ct)
    {
        var corrections = await TrailCorrections.ReadAsync(source, entries, upTo, ct);
        return [.. entries.Select(entry => lines.Of(entry, corrections))];
    }

    private static async Task<TrailLines> LinesAsync(Source source, CancellationToken ct) =>
        new((await PersonAccounts.ListAsync(source, ct)).ToDictionary(person => person.StaffNo.ToString(), person => person.FullName));
}
