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

    /// <summary>The data followed by its check codewords; both are dealt out to the blocks one by one, starting with the first block.</summary>
    /// <remarks>
    /// In 144×144 the last two of ten blocks hold one data codeword less (155, not 156). The standard starts the check codewords
    /// with block 1 all the same; its later edition notes that some older encoders, and readers made for them, start with block 9.
    /// </remarks>
    public static byte[] Append(byte[] data, SymbolSize size)
    {
        byte[] all = [.. data, .. new byte[size.Check]];
        var generator = Generator(size.Check / size.Blocks);
        for (var block = 0; block < size.Blocks; block++)
        {
            var check = Remainder(data.Where((_, i) => i % size.Blocks == block), generator);
            for (var i = 0; i < check.Length; i++)
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
