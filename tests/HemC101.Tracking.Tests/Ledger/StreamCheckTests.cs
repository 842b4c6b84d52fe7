using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Tests.Ledger;

public sealed class StreamCheckTests
{
    private static readonly List<LedgerEntry> Entries = Written(3);

    private static StreamHead Head => HeadAt(3);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Entries_AsWritten_Fit(int after) => Assert.Null(StreamCheck.FirstUnfit([.. Entries.Skip(after)], after, Head));

    [Fact]
    public void NothingAtAll_Fits() => Assert.Null(StreamCheck.FirstUnfit([], 0, null));

    [Fact]
    public void Entry_WrittenAfterTheHeadWasRead_Fits() => Assert.Null(StreamCheck.FirstUnfit(Entries, 0, HeadAt(2)));

    /// <summary>Somebody read a later moment, and remembered it.</summary>
    [Fact]
    public void MoreIsKnownThanThisMomentHolds_Fits() => Assert.Null(StreamCheck.FirstUnfit([], 3, HeadAt(2)));

    [Fact]
    public void Entry_ChangedMissingOrCutOff_IsNamed()
    {
        Assert.Equal(2, StreamCheck.FirstUnfit([Entries[0], Entries[1] with { Actor = "somebody" }, Entries[2]], 0, Head));
        Assert.Equal(2, StreamCheck.FirstUnfit([Entries[0], Entries[2]], 0, Head));
        Assert.Equal(3, StreamCheck.FirstUnfit([Entries[0], Entries[1]], 0, Head));
    }

    private static StreamHead HeadAt(int version) => new() { Stream = "chain/1", Version = version, Hash = $"{Entries[version - 1].Hash}" };

    private static List<LedgerEntry> Written(int count)
    {
        List<LedgerEntry> entries = [];
        for (var version = 1; version <= count; version++)
        {
            var unhashed = new LedgerEntry
            {
                Position = version,
                Stream = "chain/1",
                Version = version,
                Type = "BagReceived",
                SchemaVersion = 1,
                OccurredAt = DateTimeOffset.UnixEpoch,
                RecordedAt = DateTimeOffset.UnixEpoch,
                Actor = "A9999-00017",
                Station = "station-1",
                Data = "{}",
                PreviousHash = entries.LastOrDefault()?.Hash ?? Digest.Zero,
                Hash = Digest.Zero,
            };
            entries.Add(unhashed with { Hash = LedgerHash.Of(unhashed) });
        }

        return entries;
    }
}
