using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

public sealed class ReedSolomonTests
{
    // ISO/IEC 16022 annex O: the worked example.
    [Fact]
    public void Append_WorkedExampleOfTheStandard_GivesItsCheckCodewords() =>
        Assert.Equal(
            [142, 164, 186, 114, 25, 5, 88, 102],
            ReedSolomon.Append([142, 164, 186], SymbolSize.For(3, MatrixShape.Square)).Select(codeword => (int)codeword));

    [Fact]
    public void Append_LargestSymbol_BeginsItsCheckCodewordsWithBlockOne()
    {
        var size = SymbolSize.Squares[^1];
        var data = new byte[size.Data];
        data[0] = 1;

        var check = ReedSolomon.Append(data, size).Skip(size.Data).ToArray();

        Assert.All(check.Index(), entry => Assert.Equal(entry.Index % 10 == 0, entry.Item != 0));
    }

    /// <summary>What makes a block a code word, and lets a reader repair it: it vanishes at each root of the generator.</summary>
    [Fact]
    public void Append_EverySize_EachBlockVanishesAtTheRoots()
    {
        var random = new Random(16022);
        foreach (var size in SymbolSize.Squares.Concat(SymbolSize.Rectangles))
        {
            var data = new byte[size.Data];
            random.NextBytes(data);

            var all = ReedSolomon.Append(data, size);

            Assert.Equal(data, all.Take(size.Data));
            for (var block = 0; block < size.Blocks; block++)
            {
                var codeword = all.Where((_, i) => i < size.Data ? i % size.Blocks == block : (i - size.Data) % size.Blocks == block).ToArray();
                Assert.All(Roots(size.Check / size.Blocks), root => Assert.Equal(0, ValueAt(root, codeword)));
            }
        }
    }

    private static IEnumerable<int> Roots(int count)
    {
        for (int i = 0, root = 2; i < count; i++, root = Times(root, 2))
        {
            yield return root;
        }
    }

    private static int ValueAt(int root, byte[] codeword) => codeword.Aggregate(0, (value, next) => Times(value, root) ^ next);

    /// <summary>In GF(256), by doubling and adding: no table of logarithms that could be wrong.</summary>
    private static int Times(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1)
        {
            product ^= (b & 1) * a;
            a <<= 1;
            a ^= a > 255 ? 0x12D : 0;
        }

        return product;
    }
}
