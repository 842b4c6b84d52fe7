using HemC101.Tracking.Ledger.Seals;
using Xunit.Abstractions;

namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>
/// The log beside a database file, as it lies there after a kill, before anything of it reached the file. SQLite takes a log up to its first
/// wrong checksum (https://sqlite.org/walformat.html, 4.3): the whole database is then as it was at an earlier moment, heads and all. Nothing
/// inside can show that; a seal that lies elsewhere does.
/// </summary>
public sealed class TornLogTests(SqliteFixture fixture, ITestOutputHelper output) : IClassFixture<SqliteFixture>
{
    private const int Written = 40;

    [Fact]
    public async Task WoundedLog_IsRefusedOrFound_OrIsAnEarlierMoment_ThatADepositedSealShows()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);
        await using var database = new Database(path);
        var ledger = await WrittenLedger.WriteAsync(database, Written);
        var (file, log) = (await ReadAsync(path), await ReadAsync(path + "-wal"));
        using var seal = new ForeignSeal(ledger.Entries);
        var earlier = 0;

        foreach (var wound in Wound.Of(seed: 8, log.Length, flips: 160, cuts: 30, blanks: 10))
        {
            var wounded = fixture.NewPath();
            await File.WriteAllBytesAsync(wounded, file);
            await File.WriteAllBytesAsync(wounded + "-wal", wound.Inflict(log));

            var reading = await ledger.ReadAsync(wounded);

            output.WriteLine($"{wound} {reading}");
            if (!reading.IsDetected && reading.Entries < Written)
            {
                earlier++;
                await using var back = new Database(wounded);
                Assert.Equal(SealFlaw.CutOff, (await seal.CheckAsync(back))?.Flaw);
            }
        }

        Assert.NotEqual(0, earlier);
        Assert.Null(await seal.CheckAsync(database));
    }

    /// <summary>Another connection has it open.</summary>
    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
