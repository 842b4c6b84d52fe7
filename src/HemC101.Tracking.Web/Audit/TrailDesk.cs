using System.Runtime.CompilerServices;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Reads the trail, page by page, with the names of those who acted.</summary>
internal static class TrailDesk
{
    public const int PageLength = 50;

    private const int Batch = 500;

    /// <param name="source">Where to read.</param>
    /// <param name="vault">Opens what people typed.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="before">Exclusive: the place of the last line shown; null begins with the newest.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Newest first, and whether there are older ones.</returns>
    public static async Task<(IReadOnlyList<TrailLine> Lines, bool More)> ReadAsync(
        Source source, PersonalDataVault vault, TrailQuestion question, long? before, CancellationToken ct)
    {
        var lines = await ListAsync(source, vault, question, await KnownAsync(source, question, ct), before, PageLength + 1, ct);
        return ([.. lines.Take(PageLength)], lines.Count > PageLength);
    }

    /// <summary>All of it, newest first, a batch in memory at a time; whoever reads slowly keeps no transaction open.</summary>
    public static async IAsyncEnumerable<TrailLine> ReadAllAsync(
        Source source, PersonalDataVault vault, TrailQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var known = await KnownAsync(source, question, ct);
        for (long? before = null; await ListAsync(source, vault, question, known, before, Batch, ct) is { Count: > 0 } read; before = read[^1].Place)
        {
            foreach (var line in read)
            {
                yield return line;
            }
        }
    }

    private static async Task<IReadOnlyList<TrailLine>> ListAsync(
        Source source, PersonalDataVault vault, TrailQuestion question, Known known, long? before, int limit, CancellationToken ct)
    {
        if (question.Looks is { } looks)
        {
            return [.. (await PersonalDataLooks.ListAsync(source, looks, before, limit, ct)).Select(new TrailLines(known.Names, ShownTexts.None).Of)];
        }

        var entries = await Trail.ListAsync(source, question.Filter, before, limit, ct);
        var texts = await ShownTexts.OpenAsync(vault, source, entries.Select(TrailLines.EventOf).OfType<Happened>(), withNames: false, ct);
        var corrections = await known.Corrections.ReadAsync(entries, ct);
        var lines = new TrailLines(known.Names, texts);
        return [.. entries.Select(entry => lines.Of(entry, corrections))];
    }

    private static async Task<Known> KnownAsync(Source source, TrailQuestion question, CancellationToken ct) => new(
        (await PersonAccounts.ListAsync(source, ct)).ToDictionary(person => person.StaffNo.ToString(), person => person.FullName),
        new TrailCorrections(source, question.Filter.UpTo));

    /// <summary>What is read once, however many batches there are.</summary>
    /// <param name="Names">Full names by staff number.</param>
    private sealed record Known(IReadOnlyDictionary<string, string> Names, TrailCorrections Corrections);
}
