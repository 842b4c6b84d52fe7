namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 annex E: GF(256) with x⁸+x⁵+x³+x²+1, generator roots 2¹ to 2ⁿ.</summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x12D;

    private static readonly byte[] Powers = new byte[255];
    private static readonly byte[] Logarithms = new byte[256];

    static ReedSolomon()
    {
        for (int i = 0, power = 1; i < 255; i++)
        {
            Powers[i] = (byte)power;
            Logarithms[power] = (byte)i;
            power <<= 1;
            power ^= power > 255 ? Polynomial : 0;
        }
    }

    /// <summary>The data followed by its check codewords. Codeword i belongs to block i modulo the number of blocks.</summary>
    /// <remarks>
    /// In 144×144 the last two blocks hold one data codeword less (155, not 156), so the check codewords begin with block 9.
    /// </remarks>
    public static byte[] Append(byte[] data, SymbolSize size)
    {
        byte[] all = [.. data, .. new byte[size.Check]];
        var generator = Generator(size.Check / size.Blocks);
        for (var block = 0; block < size.Blocks; block++)
        {
            var check = Remainder(data.Where((_, i) => i % size.Blocks == block), generator);
            var at = data.Length + ((block - (data.Length % size.Blocks) + size.Blocks) % size.Blocks);
            for (var i = 0; i < check.Length; i++)
            {
                all[at + (i * size.Blocks)] = check[i];
            }
        }

        return all;
    }

    /// <summary>The coefficients below the leading 1, highest power first.</summary>
    private static byte[] Generator(int degree)
    {
        var factors = new byte[degree];
        factors[^1] = 1;
        for (var root = 1; root <= degree; root++)
        {
            factors = Multiplied(factors, root);
        }

        return factors;
    }

    // The array starts as the constant 1 (degree 0); its implied leading 1 shows only once the degree is reached.
    private static byte[] Multiplied(byte[] factors, int root)
    {
        var product = new byte[factors.Length];
        for (var i = 0; i < factors.Length; i++)
        {
            var next = i + 1 < factors.Length ? factors[i + 1] : (byte)0;
            product[i] = (byte)(next ^ Product(factors[i], Powers[root]));
        }

        return product;
    }

    private static byte[] Remainder(IEnumerable<byte> data, byte[] generator)
    {
        var remainder = new byte[generator.Length];
        foreach (var codeword in data)
        {
            var factor = (byte)(codeword ^ remainder[0]);
            for (var i = 0; i < remainder.Length; i++)
            {
                var next = i + 1 < remainder.Length ? remainder[i + 1] : (byte)0;
                remainder[i] = (byte)(next ^ Product(factor, generator[i]));
            }
        }

        return remainder;
    }

    private static byte Product(byte a, byte b) =>
        a == 0 || b == 0 ? (byte)0 : Powers[(Logarithms[a] + Logarithms[b]) % 255];
}
