namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 annex E: GF(256) with x⁸+x⁵+x³+x²+1, generator roots 2¹ to 2ⁿ.</summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x12D;
    private const int MostCheckCodewords = 68;

    // Twice around, so that the sum of two logarithms needs no remainder.
    private static readonly byte[] Powers = new byte[510];
    private static readonly byte[] Logarithms = new byte[256];
    private static readonly byte[]?[] Generators = new byte[MostCheckCodewords + 1][];

    static ReedSolomon()
    {
        for (int i = 0, power = 1; i < 255; i++)
        {
            Powers[i] = Powers[i + 255] = (byte)power;
            Logarithms[power] = (byte)i;
            power <<= 1;
            power ^= power > 255 ? Polynomial : 0;
        }
    }

    /// <summary>The data followed by its check codewords; both are dealt out to the blocks one by one, starting with the first block.</summary>
    /// <remarks>
    /// In 144×144 the last two of ten blocks hold one data codeword less (155, not 156). The standard starts the check codewords
    /// with block 1 all the same; its later edition notes that some older encoders, and readers made for them, start with block 9.
    /// </remarks>
    public static byte[] Append(byte[] data, SymbolSize size)
    {
        byte[] all = [.. data, .. new byte[size.Check]];
        var degree = size.Check / size.Blocks;
        var generator = Generators[degree] ??= Generator(degree);
        Span<byte> check = stackalloc byte[degree];
        for (var block = 0; block < size.Blocks; block++)
        {
            check.Clear();
            for (var i = block; i < data.Length; i += size.Blocks)
            {
                Divide(check, data[i], generator);
            }

            for (var i = 0; i < degree; i++)
            {
                all[data.Length + block + (i * size.Blocks)] = check[i];
            }
        }

        return all;
    }

    /// <summary>The coefficients below the leading 1, highest power first.</summary>
    private static byte[] Generator(int degree)
    {
        // Starts as the constant 1. The leading 1 has no place in the array: it leaves it with the last factor.
        byte[] product = [.. new byte[degree - 1], 1];
        for (var root = 1; root <= degree; root++)
        {
            for (var i = 0; i < degree; i++)
            {
                var lower = i + 1 < degree ? product[i + 1] : (byte)0;
                product[i] = (byte)(lower ^ Product(product[i], Powers[root]));
            }
        }

        return product;
    }

    /// <summary>Takes the next data codeword into the remainder.</summary>
    private static void Divide(Span<byte> remainder, byte codeword, byte[] generator)
    {
        var factor = (byte)(codeword ^ remainder[0]);
        remainder[1..].CopyTo(remainder);
        remainder[^1] = 0;
        for (var i = 0; i < remainder.Length; i++)
        {
            remainder[i] ^= Product(factor, generator[i]);
        }
    }

    private static byte Product(byte a, byte b) =>
        a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];
}
