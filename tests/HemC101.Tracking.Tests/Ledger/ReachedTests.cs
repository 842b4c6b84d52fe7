using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Tests.Ledger;

/// <summary>Somebody who has followed a stream to its second entry meets it again.</summary>
public sealed class ReachedTests
{
    private static readonly Digest First = Digest.Of("1"u8);
    private static readonly Digest Second = Digest.Of("2"u8);
    private static readonly Digest Other = Digest.Of("another second"u8);

    private static readonly Reached Known = new(2, Second);

    [Fact]
    public void Nothing_IsContinuedByEverything()
    {
        Assert.True(Reached.Nothing.IsContinued(null, []));
        Assert.True(Reached.Nothing.IsContinued(Head(3, Other), [Entry(1, Digest.Zero)]));
    }

    [Fact]
    public void SameHistory_IsContinued()
    {
        Assert.True(Known.IsContinued(Head(2, Second), []));
        Assert.True(Known.IsContinued(Head(3, Other), [Entry(3, Second)]));
        Assert.True(Known.IsContinued(Head(2, Second), [Entry(3, Second)]));
    }

    [Fact]
    public void AnotherHistory_IsNot()
    {
        Assert.False(Known.IsContinued(null, []));
        Assert.False(Known.IsContinued(Head(1, First), []));
        Assert.False(Known.IsContinued(Head(2, Other), []));
        Assert.False(Known.IsContinued(Head(3, First), [Entry(3, Other)]));
    }

    private static StreamHead Head(int version, Digest hash) => new() { Stream = "chain/1", Version = version, Hash = hash.ToString() };

    private static LedgerEntry Entry(int version, Digest previous) => new()
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
        PreviousHash = previous,
        Hash = Digest.Zero,
    };
}
