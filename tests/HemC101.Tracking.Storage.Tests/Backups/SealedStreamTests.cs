using System.Security.Cryptography;
using HemC101.Tracking.Storage.Backups;

namespace HemC101.Tracking.Storage.Tests.Backups;

public sealed class SealedStreamTests
{
    private const string Passphrase = "длинный пароль для копии";
    private const int Block = 64 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData((3 * Block) + 7)]
    public void Unseal_GivesWhatWasSealed(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(plain, Unsealed(Sealed(plain), Passphrase));
    }

    [Fact]
    public void Unseal_WithAnotherPassphrase_Refuses() =>
        Assert.ThrowsAny<CryptographicException>(() => Unsealed(Sealed([1, 2, 3]), "другой пароль"));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(Block)]
    [InlineData(-1)]
    public void Unseal_WithOneByteChanged_Refuses(int at)
    {
        var bytes = Sealed(new byte[2 * Block]);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => Unsealed(bytes, Passphrase));
    }

    [Fact]
    public void Unseal_CutOffBetweenBlocks_Refuses()
    {
        var bytes = Sealed(new byte[2 * Block]);

        Assert.ThrowsAny<CryptographicException>(() => Unsealed(bytes[..(24 + Block + 20)], Passphrase));
        Assert.ThrowsAny<CryptographicException>(() => Unsealed([], Passphrase));
    }

    [Fact]
    public void Seal_Twice_GivesDifferentFiles() => Assert.NotEqual(Sealed([1, 2, 3]), Sealed([1, 2, 3]));

    private static byte[] Sealed(byte[] plain)
    {
        using var to = new MemoryStream();
        SealedStream.Seal(new MemoryStream(plain), to, Passphrase);
        return to.ToArray();
    }

    private static byte[] Unsealed(byte[] bytes, string passphrase)
    {
        using var plain = new MemoryStream();
        SealedStream.Unseal(new MemoryStream(bytes), plain, passphrase);
        return plain.ToArray();
    }
}
