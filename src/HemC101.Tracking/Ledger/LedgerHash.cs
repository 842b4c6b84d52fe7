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
    private const string Tag = "HemC101.Tracking ledger entry 1";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Digest Of(LedgerEntry entry) => Digest.Of(FormOf(entry));

    /// <summary>The bytes that are hashed, for somebody who hashes them again without this program.</summary>
    public static byte[] FormOf(LedgerEntry entry) =>
        Form(
            entry.Position,
            entry.Stream,
            entry.Version,
            entry.Type,
            entry.SchemaVersion,
            Instants.ToText(entry.OccurredAt),
            Instants.ToText(entry.RecordedAt),
            entry.Actor,
            entry.Station,
            entry.Data,
            entry.PreviousHash).WrittenSpan.ToArray();

    /// <summary>For a check of stored text that may no longer be well-formed.</summary>
    /// <exception cref="EncoderFallbackException">A text holds half a surrogate pair and has no UTF-8 form.</exception>
    public static Digest Of(
        long position,
        string stream,
        long version,
        string type,
        long schemaVersion,
        string occurredAt,
        string recordedAt,
        string actor,
        string station,
        string data,
        Digest previous) =>
        Digest.Of(Form(position, stream, version, type, schemaVersion, occurredAt, recordedAt, actor, station, data, previous).WrittenSpan);

    private static ArrayBufferWriter<byte> Form(
        long position,
        string stream,
        long version,
        string type,
        long schemaVersion,
        string occurredAt,
        string recordedAt,
        string actor,
        string station,
        string data,
        Digest previous)
    {
        var form = new ArrayBufferWriter<byte>(512 + data.Length);
        AddText(form, Tag);
        AddNumber(form, position);
        AddText(form, stream);
        AddNumber(form, version);
        AddText(form, type);
        AddNumber(form, schemaVersion);
        AddText(form, occurredAt);
        AddText(form, recordedAt);
        AddText(form, actor);
        AddText(form, station);
        AddText(form, data);
        form.Write(previous.ToBytes());
        return form;
    }

    private static void AddNumber(ArrayBufferWriter<byte> form, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(form.GetSpan(sizeof(long)), number);
        form.Advance(sizeof(long));
    }

    private static void AddText(ArrayBufferWriter<byte> form, string text)
    {
        AddNumber(form, Utf8.GetByteCount(text));
        Utf8.GetBytes(text, form);
    }
}
