namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ASCII encodation, ISO/IEC 16022 §5.2.3: two digits in one codeword, any other character in one.</summary>
internal static class Encodation
{
    private const byte Fnc1 = 232;
    private const byte FirstPad = 129;

    public static IReadOnlyList<byte> Plain(string payload) => [.. Codewords(payload, c => (byte)(c + 1))];

    /// <summary>FNC1 in first place marks the symbol as GS1; later ones end a field of open length.</summary>
    public static IReadOnlyList<byte> Gs1(string payload) =>
        [Fnc1, .. Codewords(payload, c => c == Payload.Separator ? Fnc1 : (byte)(c + 1))];

    /// <summary>Fills up to <paramref name="capacity"/>: 129 ends the data, what follows is whitened by the 253-state algorithm of annex B.1.</summary>
    public static byte[] Pad(IReadOnlyList<byte> data, int capacity)
    {
        byte[] padded = [.. data, .. new byte[capacity - data.Count]];
        for (var i = data.Count; i < capacity; i++)
        {
            padded[i] = i == data.Count ? FirstPad : Whitened(position: i + 1);
        }

        return padded;
    }

    private static byte Whitened(int position)
    {
        var value = FirstPad + (149 * position % 253) + 1;
        return (byte)(value <= 254 ? value : value - 254);
    }

    private static IEnumerable<byte> Codewords(string payload, Func<char, byte> single)
    {
        for (var i = 0; i < payload.Length; i++)
        {
            if (i + 1 < payload.Length && char.IsAsciiDigit(payload[i]) && char.IsAsciiDigit(payload[i + 1]))
            {
                yield return (byte)(130 + ((payload[i] - '0') * 10) + (payload[i + 1] - '0'));
                i++;
            }
            else
            {
                yield return single(payload[i]);
            }
        }
    }
}
