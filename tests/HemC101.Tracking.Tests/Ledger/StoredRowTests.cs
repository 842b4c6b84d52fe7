using System.Text;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Tests.Ledger;

public sealed class StoredRowTests
{
    private static readonly LedgerEntry Unhashed = new()
    {
        Position = 1,
        Stream = "chain/Ёж",
        Version = 1,
        Type = "BagReceived",
        SchemaVersion = 1,
        OccurredAt = new(2026, 3, 1, 9, 30, 15, 123, TimeSpan.Zero),
        RecordedAt = new(2026, 3, 1, 9, 30, 16, 0, TimeSpan.Zero),
        Actor = "A9999-00017",
        Station = "station-1",
        Data = """{"bag":1}""",
        PreviousHash = Digest.Zero,
        Hash = Digest.Zero,
    };

    private static readonly LedgerEntry Entry = Unhashed with { Hash = LedgerHash.Of(Unhashed) };

    private static readonly string[] Texts =
    [
        Entry.Stream, Entry.Type, Instants.ToText(Entry.OccurredAt), Instants.ToText(Entry.RecordedAt), Entry.Actor, Entry.Station, Entry.Data,
        $"{Entry.PreviousHash}", $"{Entry.Hash}",
    ];

    [Fact]
    public void Row_AsWritten_GivesTheHashOfTheEntry()
    {
        Assert.Null(Check(Texts));
        Assert.Null(new LedgerCheck().Next(new StoredRow(Entry), out var hash));
        Assert.Equal(Entry.Hash, hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public void Row_WithOneTextAltered_DoesNot(int text) => Assert.Equal(Flaw.Changed, Check(With(text, Texts[text] + "x"))?.Flaw);

    [Fact]
    public void Row_WithAnotherPrevious_BreaksTheChain() => Assert.Equal(Flaw.ChainBroken, Check(With(7, new string('1', 64)))?.Flaw);

    [Theory]
    [InlineData("A\u001f9")]
    [InlineData("\u001f\u001f\u001f\u001f\u001f\u001f")]
    public void Row_WithTheMarkInAText_IsAltered(string actor) => Assert.Equal(Flaw.Changed, Check(With(4, actor))?.Flaw);

    [Fact]
    public void Row_WhoseTextsMovedAcrossTheMark_IsAltered()
    {
        var moved = With(5, "");
        moved[4] = Entry.Actor + StoredRow.Between + Entry.Station;

        Assert.Equal(Flaw.Changed, Check(moved)?.Flaw);
        Assert.Equal(Flaw.Changed, Check([.. Texts.Skip(1)])?.Flaw);
    }

    [Fact]
    public void Row_OfALongStream_IsFollowedToo()
    {
        var entry = Unhashed with { Stream = new string('ж', 400) };

        Assert.Null(new LedgerCheck().Next(new StoredRow(entry with { Hash = LedgerHash.Of(entry) }), out _));
    }

    private static string[] With(int text, string value)
    {
        var texts = Texts.ToArray();
        texts[text] = value;
        return texts;
    }

    private static BrokenRow? Check(string[] texts) =>
        new LedgerCheck().Next(new(Entry.Position, Entry.Version, Entry.SchemaVersion, Encoding.UTF8.GetBytes(string.Join(StoredRow.Between, texts))), out _);
}
