using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HemC101.Tracking.Ledger;

/// <summary>A SHA-256; as text 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest : IParsable<Digest>
{
    public const int Size = SHA256.HashSizeInBytes;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;
    private readonly bool _set;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
        _set = true;
    }

    /// <summary>32 zero bytes: what stands before the first entry of a stream.</summary>
    public static Digest Zero { get; } = new(stackalloc byte[Size]);

    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }

    public static Digest Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var digest) ? digest : throw new FormatException($"'{s}' is not a SHA-256 in lower-case hexadecimal.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Digest result)
    {
        Span<byte> utf8 = stackalloc byte[2 * Size];
        result = default;
        return s is { Length: 2 * Size } && Encoding.ASCII.GetBytes(s, utf8) == utf8.Length && TryParse(utf8, out result);
    }

    /// <param name="utf8">The text as it lies in a database.</param>
    /// <param name="result">Not to be used when it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Digest result)
    {
        result = default;
        if (utf8.Length != 2 * Size || utf8.ContainsAnyInRange((byte)'A', (byte)'F'))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Size];
        if (Convert.FromHexString(utf8, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        result = new(bytes);
        return true;
    }

    /// <param name="to">At least 32 bytes.</param>
    public void CopyTo(Span<byte> to)
    {
        if (!_set)
        {
            throw new InvalidOperationException("This digest was never set.");
        }

        BinaryPrimitives.WriteUInt64BigEndian(to, _a);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(to[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(to[24..], _d);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
