using System.Security.Cryptography;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Tests.Ledger.Seals;

public sealed class MerkleTreeTests
{
    private const int Largest = 70;

    private static readonly Digest[] Entries = [.. Enumerable.Range(0, Largest).Select(i => Digest.Of([(byte)i]))];

    public static TheoryData<int> Sizes => [.. Enumerable.Range(1, Largest)];

    /// <summary>RFC 6962, section 2.1: the hash of an empty list is the hash of an empty string.</summary>
    [Fact]
    public void Root_Empty_IsTheHashOfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleTree.Root([]).ToString());

    /// <summary>The definition of section 2.1 written out by hand for three leaves.</summary>
    [Fact]
    public void Root_OfThree_IsAsDefined()
    {
        byte[] Hash(params byte[] bytes) => SHA256.HashData(bytes);
        byte[] Leaf(int i) => Hash([0, .. Entries[i].ToBytes()]);
        var root = Hash([1, .. Hash([1, .. Leaf(0), .. Leaf(1)]), .. Leaf(2)]);

        Assert.Equal(root, MerkleTree.Root(Entries.AsSpan(0, 3)).ToBytes());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Frontier_AtEverySize_HasTheRoot(int size)
    {
        var frontier = new MerkleFrontier();
        foreach (var entry in Entries.AsSpan(0, size))
        {
            frontier.Add(entry);
        }

        Assert.Equal((size, MerkleTree.Root(Entries.AsSpan(0, size))), (frontier.Size, frontier.Root));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Inclusion_OfEveryEntry_IsProven(int size)
    {
        var tree = Entries.AsSpan(0, size);
        var root = MerkleTree.Root(tree);
        for (var i = 0; i < size; i++)
        {
            Assert.True(MerkleProof.Includes(root, Entries[i], MerkleTree.Inclusions(tree, i)[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Inclusion_OfAnotherEntryOrWithAChangedPath_IsNotProven(int size)
    {
        var tree = Entries.AsSpan(0, size);
        var root = MerkleTree.Root(tree);
        for (var i = 0; i < size; i++)
        {
            var path = MerkleTree.Inclusions(tree, i)[0];
            Assert.False(MerkleProof.Includes(root, Digest.Of("stranger"u8), path));
            Assert.All(path, (neighbour, at) => Assert.False(
                MerkleProof.Includes(root, Entries[path.Count == 0 ? 0 : i], [.. path.Take(at), neighbour with { Hash = Digest.Zero }, .. path.Skip(at + 1)])));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Inclusions_OfSome_AreThoseOfEachAlone(int size)
    {
        var tree = Entries.AsSpan(0, size);
        int[] some = [.. Enumerable.Range(0, size).Where(i => i % 3 != 1)];
        var together = MerkleTree.Inclusions(tree, some);
        for (var i = 0; i < some.Length; i++)
        {
            Assert.Equal(MerkleTree.Inclusions(tree, some[i])[0], together[i]);
        }
    }

    [Fact]
    public void Inclusions_OutOfOrder_AreMisuse() => Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Inclusions(Entries, 4, 2));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Consistency_WithEveryEarlierTree_IsProven(int size)
    {
        var later = (MerkleTree.Root(Entries.AsSpan(0, size)), (long)size);
        for (var earlier = 1; earlier <= size; earlier++)
        {
            var proof = MerkleTree.Consistency(Entries.AsSpan(0, size), earlier);
            Assert.True(MerkleProof.Continues((MerkleTree.Root(Entries.AsSpan(0, earlier)), earlier), later, proof), $"{earlier} of {size}");
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Consistency_WithAnotherPast_IsNotProven(int size)
    {
        var later = (MerkleTree.Root(Entries.AsSpan(0, size)), (long)size);
        for (var earlier = 1; earlier <= size; earlier++)
        {
            var forged = Entries[..earlier];
            forged[^1] = Digest.Of("forged"u8);
            var proof = MerkleTree.Consistency(Entries.AsSpan(0, size), earlier);
            Assert.False(MerkleProof.Continues((MerkleTree.Root(forged), earlier), later, proof), $"{earlier} of {size}");
        }
    }

    [Fact]
    public void Consistency_WithALongerPast_IsNotProven()
    {
        var (short1, long1) = (MerkleTree.Root(Entries.AsSpan(0, 5)), MerkleTree.Root(Entries.AsSpan(0, 9)));

        Assert.False(MerkleProof.Continues((long1, 9), (short1, 5), []));
        Assert.False(MerkleProof.Continues((short1, 5), (long1, 9), []));
        Assert.False(MerkleProof.Continues((short1, 0), (long1, 9), MerkleTree.Consistency(Entries.AsSpan(0, 9), 5)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(3, -1)]
    public void Inclusion_OutsideTheTree_IsMisuse(int size, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Inclusions(Entries.AsSpan(0, size), index));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 4)]
    public void Consistency_WithNoEarlierTree_IsMisuse(int size, int earlier) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.Consistency(Entries.AsSpan(0, size), earlier));
}
