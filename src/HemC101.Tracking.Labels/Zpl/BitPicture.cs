namespace HemC101.Tracking.Labels.Zpl;

/// <summary>One bit per dot, rows padded to whole bytes, 1 is black.</summary>
internal sealed record BitPicture(int BytesPerRow, byte[] Bits)
{
    /// <param name="grey">One byte per dot, 0 is black.</param>
    public static BitPicture Of(int width, int height, ReadOnlySpan<byte> grey, int greyRowBytes)
    {
        var bytesPerRow = (width + 7) / 8;
        var bits = new byte[bytesPerRow * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (grey[(y * greyRowBytes) + x] < 128)
                {
                    bits[(y * bytesPerRow) + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        return new BitPicture(bytesPerRow, bits);
    }

    public bool IsBlack(int x, int y) => (Bits[(y * BytesPerRow) + (x / 8)] & (0x80 >> (x % 8))) != 0;
}
