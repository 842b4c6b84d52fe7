using System.Text;

namespace HemC101.Tracking.Ledger;

/// <summary>An entry as it lies in the database, every text as UTF-8; somebody may have written anything into it.</summary>
public readonly ref struct StoredRow
{
    /// <summary>Stands between the texts where they come as one (U+001F, the unit separator), and in none of them.</summary>
    public const char Between = '\u001f';

    private const int Texts = 9;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="position">Of the entry.</param>
    /// <param name="version">Of the stream.</param>
    /// <param name="schemaVersion">Of the data.</param>
    /// <param name="texts">Stream, type, occurred at, recorded at, actor, station, data, previous hash and hash, <see cref="Between"/> between them.</param>
    public StoredRow(long position, long version, long schemaVersion, ReadOnlySpan<byte> texts)
    {
        Span<Range> parts = stackalloc Range[Texts + 1];
        (Position, Version, SchemaVersion) = (position, version, schemaVersion);
        IsWhole = Split(texts, parts) == Texts;
        Stream = texts[parts[0]];
        Type = texts[parts[1]];
        OccurredAt = texts[parts[2]];
        RecordedAt = texts[parts[3]];
        Actor = texts[parts[4]];
        Station = texts[parts[5]];
        Data = texts[parts[6]];
        PreviousHash = texts[parts[7]];
        Hash = texts[parts[8]];
    }

    /// <exception cref="EncoderFallbackException">A text holds half a surrogate pair and has no UTF-8 form.</exception>
    public StoredRow(LedgerEntry entry)
    {
        (Position, Version, SchemaVersion, IsWhole) = (entry.Position, entry.Version, entry.SchemaVersion, true);
        Stream = Utf8.GetBytes(entry.Stream);
        Type = Utf8.GetBytes(entry.Type);
        OccurredAt = Utf8.GetBytes(Instants.ToText(entry.OccurredAt));
        RecordedAt = Utf8.GetBytes(Instants.ToText(entry.RecordedAt));
        Actor = Utf8.GetBytes(entry.Actor);
        Station = Utf8.GetBytes(entry.Station);
        Data = Utf8.GetBytes(entry.Data);
        PreviousHash = Utf8.GetBytes(entry.PreviousHash.ToString());
        Hash = Utf8.GetBytes(entry.Hash.ToString());
    }

    /// <summary>False when there are more or fewer texts than an entry has: nothing of ours was ever written so.</summary>
    public bool IsWhole { get; }

    public long Position { get; }

    public ReadOnlySpan<byte> Stream { get; }

    public long Version { get; }

    public ReadOnlySpan<byte> Type { get; }

    public long SchemaVersion { get; }

    public ReadOnlySpan<byte> OccurredAt { get; }

    public ReadOnlySpan<byte> RecordedAt { get; }

    public ReadOnlySpan<byte> Actor { get; }

    public ReadOnlySpan<byte> Station { get; }

    public ReadOnlySpan<byte> Data { get; }

    public ReadOnlySpan<byte> PreviousHash { get; }

    public ReadOnlySpan<byte> Hash { get; }

    private static int Split(ReadOnlySpan<byte> texts, Span<Range> parts)
    {
        var count = 0;
        foreach (var part in texts.Split((byte)Between))
        {
            if (count == parts.Length)
            {
                break;
            }

            parts[count++] = part;
        }

        return count;
    }
}
