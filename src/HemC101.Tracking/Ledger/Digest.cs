using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace HemC101.Tracking.Ledger;

/// <summary>A SHA-256; as text 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest : IParsable<Digest>
{
    private const int Digits = 2 * SHA256.HashSizeInBytes;
    private readonly string? _hex;

    private Digest(string hex) => _hex = hex;

    /// <summary>32 zero bytes: what stands before the first entry of a stream.</summary>
    public static Digest Zero { get; } = new(new string('0', Digits));

    public static Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static Digest Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var digest) ? digest : throw new FormatException($"'{s}' is not a SHA-256 in lower-case hexadecimal.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Digest result)
    {
        var wellFormed = s is { Length: Digits } && s.All(char.IsAsciiHexDigitLower);
        result = wellFormed ? new Digest(s!) : default;
        return wellFormed;
    }

    public byte[] ToBytes() => Convert.FromHexString(ToString());

    public override string ToString() => _hex ?? throw new InvalidOperationException("This digest was never set.");
}
