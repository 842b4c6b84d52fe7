using System.Security.Cryptography;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Tests.Ledger.Seals;

/// <summary>Ten entries, sealed after 3, 7 and 10.</summary>
public sealed class SealCheckTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SealPublicKey _public;
    private readonly Digest[] _entries = [.. Enumerable.Range(1, 10).Select(i => Digest.Of([(byte)i]))];

    public SealCheckTests() => _public = SealPublicKey.TryParse(_key.ExportSubjectPublicKeyInfoPem())!;

    [Fact]
    public void Seals_OfTheseEntries_Fit() => Assert.Equal((null, 3), Check(_entries, Line()));

    [Fact]
    public void Seals_BeforeMoreEntries_Fit() => Assert.Equal((null, 3), Check([.. _entries, Digest.Of("later"u8)], Line()));

    [Fact]
    public void Entries_ChangedAfterSealing_AreBracketedByTheSeals()
    {
        _entries[4] = Digest.Of("forged"u8);

        Assert.Equal((new BrokenSeal(7, 3, SealFlaw.OtherEntries), 1), Check(_entries, Line(original: true)));
    }

    [Fact]
    public void Entries_CutOffBehindTheLastSeal_AreMissed() =>
        Assert.Equal((new BrokenSeal(10, 7, SealFlaw.CutOff), 2), Check(_entries[..9], Line()));

    [Fact]
    public void Seal_Removed_LeavesTheNextOutOfLine()
    {
        var line = Line();

        Assert.Equal(new BrokenSeal(7, 0, SealFlaw.OutOfLine), Check(_entries, [line[1], line[2]]).First);
    }

    [Fact]
    public void Seals_OfADepositWithGaps_Fit() => Assert.Equal((null, 2), Check(_entries, [Line()[2], Line()[0]], inLine: false));

    [Fact]
    public void Seal_WithAnotherText_HasTheWrongSignature()
    {
        var line = Line();
        line[1] = line[1] with { Text = line[1].Text.Replace("12:00:00.000", "12:00:00.001", StringComparison.Ordinal) };

        Assert.Equal(new BrokenSeal(7, 3, SealFlaw.WrongSignature), Check(_entries, line).First);
    }

    [Fact]
    public void Seal_WithABrokenSignature_HasTheWrongSignature()
    {
        var line = Line();
        line[1] = line[1] with { Signature = [1, 2, 3] };

        Assert.Equal(new BrokenSeal(7, 3, SealFlaw.WrongSignature), Check(_entries, line).First);
    }

    [Fact]
    public void Seal_FiledUnderAnotherNumber_IsUnreadable()
    {
        var line = Line();
        line[1] = line[1] with { Entries = 8 };

        Assert.Equal(new BrokenSeal(8, 3, SealFlaw.Unreadable), Check(_entries, line).First);
    }

    [Fact]
    public void Seal_BySomebodyElse_HasAnUnknownKey()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(new BrokenSeal(3, 0, SealFlaw.UnknownKey), Check(_entries, [Signed(stranger, 3, 0, MerkleTree.Empty, _entries)]).First);
    }

    [Fact]
    public void Seal_OfAllEntriesRewrittenByTheKeysOwner_StillContradictsTheDeposit()
    {
        var deposit = Line();
        _entries[0] = Digest.Of("rewritten"u8);

        Assert.Equal((null, 3), Check(_entries, Line()));
        Assert.Equal(new BrokenSeal(3, 0, SealFlaw.OtherEntries), Check(_entries, deposit, inLine: false).First);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void PublicKey_OfNonsense_IsNone(string pem) => Assert.Null(SealPublicKey.TryParse(pem));

    [Fact]
    public void PublicKey_OnAnotherCurve_IsNone()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Null(SealPublicKey.TryParse(other.ExportSubjectPublicKeyInfoPem()));
    }

    public void Dispose()
    {
        _key.Dispose();
        _public.Dispose();
    }

    private (BrokenSeal? First, int Sound) Check(Digest[] entries, Seal[] seals, bool inLine = true)
    {
        var check = new SealCheck(seals, new Dictionary<Digest, SealPublicKey> { [_public.Id] = _public }, inLine);
        foreach (var entry in entries)
        {
            check.Next(entry);
        }

        return (check.End(), check.Sound);
    }

    /// <param name="original">Of the entries as they were at first.</param>
    private Seal[] Line(bool original = false)
    {
        Digest[] entries = original ? [.. Enumerable.Range(1, 10).Select(i => Digest.Of([(byte)i]))] : _entries;
        return
        [
            Signed(_key, 3, 0, MerkleTree.Empty, entries),
            Signed(_key, 7, 3, MerkleTree.Root(entries.AsSpan(0, 3)), entries),
            Signed(_key, 10, 7, MerkleTree.Root(entries.AsSpan(0, 7)), entries),
        ];
    }

    private static Seal Signed(ECDsa key, int size, int previous, Digest previousRoot, Digest[] entries)
    {
        var root = MerkleTree.Root(entries.AsSpan(0, size));
        var text = new SealText(size, root, Noon, Digest.Of(key.ExportSubjectPublicKeyInfo()), previous, previousRoot);
        return new(size, text.ToString(), key.SignData(text.ToBytes(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
