using System.Text;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Tests.Ledger;

public sealed class LedgerHashTests
{
    private static readonly LedgerEntry Entry = new()
    {
        Position = 42,
        Stream = "CHA999926000007",
        Version = 3,
        Type = "BagReceived",
        SchemaVersion = 1,
        OccurredAt = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 123, TimeSpan.FromHours(3)),
        RecordedAt = new DateTimeOffset(2026, 3, 1, 9, 30, 16, TimeSpan.Zero),
        Actor = "A9999000017",
        Station = "&w0000000001",
        Data = """{"note":"Ёж 🧬"}""",
        PreviousHash = Digest.Zero,
        Hash = Digest.Zero,
    };

    /// <summary>Computed outside this project from the documented form (Python, struct and hashlib).</summary>
    [Fact]
    public void Of_KnownEntry_GivesTheHashComputedElsewhere() =>
        Assert.Equal("9b6e76be535f1884238bfbd7b7aa5a55849cd9ea4c66ea011ccfbfb5574755f9", LedgerHash.Of(Entry).ToString());

    [Fact]
    public void Of_AnyFieldChanged_GivesAnotherHash()
    {
        LedgerEntry[] changed =
        [
            Entry with { Position = 43 },
            Entry with { Stream = "CHA999926000008" },
            Entry with { Version = 4 },
            Entry with { Type = "BagReceived " },
            Entry with { SchemaVersion = 2 },
            Entry with { OccurredAt = Entry.OccurredAt.AddMilliseconds(1) },
            Entry with { RecordedAt = Entry.RecordedAt.AddMilliseconds(1) },
            Entry with { Actor = "" },
            Entry with { Station = "&w0000000002" },
            Entry with { Data = """{"note": "Ёж 🧬"}""" },
            Entry with { PreviousHash = Digest.Of("x"u8) },
        ];

        Assert.Equal(changed.Length + 1, changed.Append(Entry).Select(LedgerHash.Of).Distinct().Count());
    }

    [Fact]
    public void Of_TextMovedToTheNextField_GivesAnotherHash() =>
        Assert.NotEqual(
            LedgerHash.Of(Entry with { Actor = "ab", Station = "c" }),
            LedgerHash.Of(Entry with { Actor = "a", Station = "bc" }));

    [Fact]
    public void Of_SameMomentInAnotherOffset_GivesTheSameHash() =>
        Assert.Equal(LedgerHash.Of(Entry), LedgerHash.Of(Entry with { OccurredAt = Entry.OccurredAt.ToUniversalTime() }));

    [Fact]
    public void Of_HalfASurrogatePair_IsRefused() =>
        Assert.Throws<EncoderFallbackException>(() => LedgerHash.Of(Entry with { Data = "\ud83e" }));
}
