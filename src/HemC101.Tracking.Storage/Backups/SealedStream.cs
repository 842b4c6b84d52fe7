using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HemC101.Tracking.Storage.Backups;

/// <summary>
/// A file under a passphrase: 8 bytes <c>HC101BK1</c>, 16 bytes salt, then blocks of 64 KiB, the last one shorter or empty, each as its
/// length, a 16-byte tag and the cipher text. AES-256-GCM with PBKDF2 (SHA-256, 600,000 rounds); the nonce is the number of the block, and
/// whether it is the last one is authenticated with it, so that no block can be moved, left out or cut off.
/// </summary>
internal static class SealedStream
{
    private const int Block = 64 * 1024;
    private const int SaltBytes = 16;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int Rounds = 600_000;

    private static ReadOnlySpan<byte> Magic => "HC101BK1"u8;

    public static void Seal(Stream plain, Stream to, string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        to.Write(Magic);
        to.Write(salt);
        using var aes = Open(passphrase, salt);
        var (text, cipher, tag) = (new byte[Block], new byte[Block], new byte[TagBytes]);
        for (long number = 0; ; number++)
        {
            var length = plain.ReadAtLeast(text, Block, throwOnEndOfStream: false);
            var last = length < Block;
            aes.Encrypt(Nonce(number), text.AsSpan(0, length), cipher.AsSpan(0, length), tag, [last ? (byte)1 : (byte)0]);
            WriteLength(to, length);
            to.Write(tag);
            to.Write(cipher.AsSpan(0, length));
            if (last)
            {
                return;
            }
        }
    }

    /// <exception cref="CryptographicException">Another passphrase, or the file was changed or cut off.</exception>
    public static void Unseal(Stream from, Stream plain, string passphrase)
    {
        Span<byte> head = stackalloc byte[Magic.Length + SaltBytes];
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.StartsWith(Magic))
        {
            throw new CryptographicException("This is no sealed backup.");
        }

        using var aes = Open(passphrase, head[Magic.Length..]);
        var (text, cipher, tag) = (new byte[Block], new byte[Block], new byte[TagBytes]);
        for (long number = 0; ; number++)
        {
            var length = ReadLength(from);
            var last = length < Block;
            if (from.ReadAtLeast(tag, TagBytes, throwOnEndOfStream: false) < TagBytes
                || from.ReadAtLeast(cipher.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
            {
                throw new CryptographicException("The sealed backup is cut off.");
            }

            aes.Decrypt(Nonce(number), cipher.AsSpan(0, length), tag, text.AsSpan(0, length), [last ? (byte)1 : (byte)0]);
            plain.Write(text.AsSpan(0, length));
            if (last)
            {
                return;
            }
        }
    }

    private static AesGcm Open(string passphrase, ReadOnlySpan<byte> salt) =>
        new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, KeyBytes), TagBytes);

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), number);
        return nonce;
    }

    private static void WriteLength(Stream to, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        to.Write(bytes);
    }

    private static int ReadLength(Stream from)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        var read = from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes);
        return read == bytes.Length && length is >= 0 and <= Block ? length : throw new CryptographicException("The sealed backup is cut off.");
    }
}
