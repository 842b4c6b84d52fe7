using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace HemC101.Tracking.Ledger;

/// <summary>
/// The hash of one entry: SHA-256 over these fields, one after the other, nothing between them.
/// <list type="number">
/// <item>text <c>HemC101.Tracking ledger entry 1</c></item>
/// <item>number position</item>
/// <item>text stream</item>
/// <item>number version</item>
/// <item>text type</item>
/// <item>number schema version</item>
/// <item>text occurred at, as <see cref="Instants"/> writes it</item>
/// <item>text recorded at, likewise</item>
/// <item>text actor</item>
/// <item>text station</item>
/// <item>text data, exactly as stored</item>
/// <item>32 bytes: the hash of the stream's entry before, 32 zero bytes for the first</item>
/// </list>
/// A number is 8 bytes, signed, most significant first. A text is the count of its UTF-8 bytes as a number, then these bytes, without
/// normalisation.
/// </summary>
public static class LedgerHash
{
    private const int UsualBytes = 2_048;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _form;

    private static ReadOnlySpan<byte> Tag => "HemC101.Tracking ledger entry 1"u8;

    /// <exception cref="EncoderFallbackException">A text holds half a surrogate pair and has no UTF-8 form.</exception>
    public static Digest Of(LedgerEntry entry) => Of(new(entry), entry.PreviousHash, _form ??= new(UsualBytes));

    /// <summary>The bytes that are hashed, for somebody who hashes them again without this program.</summary>
    public static byte[] FormOf(LedgerEntry entry)
    {
        var form = new ArrayBufferWriter<byte>();
        Write(form, new(entry), entry.PreviousHash);
        return form.WrittenSpan.ToArray();
    }

    /// <param name="row">Its own hash is not looked at.</param>
    /// <param name="previous">The hash of the stream's entry before.</param>
    /// <param name="form">Written over.</param>
    public static Digest Of(in StoredRow row, Digest previous, ArrayBufferWriter<byte> form)
    {
        form.ResetWrittenCount();
        Write(form, row, previous);
        return Digest.Of(form.WrittenSpan);
    }

    private static void Write(ArrayBufferWriter<byte> form, in StoredRow row, Digest previous)
    {
        AddText(form, Tag);
        AddNumber(form, row.Position);
        AddText(form, row.Stream);
        AddNumber(form, row.Version);
        AddText(form, row.Type);
        AddNumber(form, row.SchemaVersion);
        AddText(form, row.OccurredAt);
        AddText(form, row.RecordedAt);
        AddText(form, row.Actor);
        AddText(form, row.Station);
        AddText(form, row.Data);
        previous.CopyTo(form.GetSpan(Digest.Size));
        form.Advance(Digest.Size);
    }

    private static void AddNumber(ArrayBufferWriter<byte> form, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(form.GetSpan(sizeof(long)), number);
        form.Advance(sizeof(long));
    }

    private static void AddText(ArrayBufferWriter<byte> form, ReadOnlySpan<byte> text)
    {
        AddNumber(form, text.Length);
        form.Write(text);
    }
}
