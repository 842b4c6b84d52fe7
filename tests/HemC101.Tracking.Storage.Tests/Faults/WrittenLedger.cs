using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>A ledger of several streams and pages, and what stands in it.</summary>
internal sealed class WrittenLedger(IReadOnlyList<LedgerEntry> entries)
{
    private const int Streams = 5;

    public IReadOnlyList<LedgerEntry> Entries => entries;

    public static async Task<WrittenLedger> WriteAsync(Database database, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var data = $$"""{"bag":{{i}},"note":"{{new string((char)('a' + (i % 26)), 200)}}"}""";
            await database.AppendAsync($"chain/{i % Streams}", i / Streams, A.Entry(data: data));
        }

        return new(await EventLedger.ReadAfterAsync(database, 0, count + 1, default));
    }

    /// <summary>How a file that somebody wounded answers: with a refusal, or with what was written, as far as it goes.</summary>
    public async Task<Reading> ReadAsync(string path)
    {
        try
        {
            Migrator.Migrate(path);
        }
        catch (DatabaseUnusableException e)
        {
            return new(Refusal: e.Text, Found: null, Entries: 0);
        }

        await using var database = new Database(path);
        var found = await VerifiedAsync(database);
        var read = found is null ? await EventLedger.ReadAfterAsync(database, 0, int.MaxValue, default) : [];
        Assert.Equal(entries.Take(read.Count), read);
        await AssertStreamsAsync(database, found is null ? read : entries, mayBeCut: found is not null);
        return new(Refusal: null, found, read.Count);
    }

    /// <summary>A stream that is read for a page, of a file that started: it is what was written, or the reading fails.</summary>
    private static async Task AssertStreamsAsync(Database database, IReadOnlyList<LedgerEntry> written, bool mayBeCut)
    {
        foreach (var stream in written.GroupBy(entry => entry.Stream))
        {
            IReadOnlyList<LedgerEntry> read;
            try
            {
                read = await EventLedger.ReadStreamAsync(database, stream.Key, default);
            }
            catch (Exception e) when (IsRefusal(e))
            {
                continue;
            }

            Assert.Equal(mayBeCut ? stream.Take(read.Count) : stream, read);
        }
    }

    /// <returns>What the check found; null when it was content.</returns>
    private static async Task<string?> VerifiedAsync(Database database)
    {
        try
        {
            return (await EventLedger.VerifyAsync(database, default)).First?.Text.En;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return e.Message;
        }
    }

    private static bool IsRefusal(Exception e) => e is DatabaseUnusableException or System.Data.DataException or System.Data.Common.DbException;
}

/// <param name="Refusal">Why the file was not even opened.</param>
/// <param name="Found">What the check of the ledger found.</param>
/// <param name="Entries">How many were read where neither was the case.</param>
internal sealed record Reading(Text? Refusal, string? Found, int Entries)
{
    public bool IsDetected => Refusal is not null || Found is not null;
}
