using Xunit.Abstractions;

namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>Bits that turn in a database file at rest.</summary>
public sealed class TornFileTests(SqliteFixture fixture, ITestOutputHelper output) : IClassFixture<SqliteFixture>
{
    private const int Written = 60;

    [Fact]
    public async Task WoundedFile_IsRefusedOrFound_OrReadsAsItWasWritten()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);
        WrittenLedger ledger;
        await using (var database = new Database(path))
        {
            ledger = await WrittenLedger.WriteAsync(database, Written);
        }

        var whole = await File.ReadAllBytesAsync(path);
        Assert.False(File.Exists(path + "-wal"));
        List<Reading> readings = [];
        foreach (var wound in Wound.Of(seed: 4, whole.Length, flips: 160, cuts: 20, blanks: 20))
        {
            var wounded = fixture.NewPath();
            await File.WriteAllBytesAsync(wounded, wound.Inflict(whole));
            var reading = await ledger.ReadAsync(wounded);
            Assert.True(reading.IsDetected || reading.Entries == Written, $"{wound}: {reading.Entries} entries, and nobody noticed.");
            readings.Add(reading);
            output.WriteLine($"{wound} {reading}");
        }

        Assert.Contains(readings, reading => reading.Refusal is not null);
        Assert.Contains(readings, reading => reading.Found is not null);
    }
}
