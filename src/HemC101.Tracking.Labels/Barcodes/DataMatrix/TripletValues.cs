namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 annex C: the values 0 to 39 that a character takes in C40 and in Text, its shifts before it.</summary>
internal static class TripletValues
{
    private const byte Shift1 = 0;
    private const byte Shift2 = 1;
    private const byte Shift3 = 2;
    private const byte Fnc1 = 27;
    private const byte UpperShift = 30;

    private static readonly byte[][] C40 = [.. Enumerable.Range(0, 257).Select(c => Values(c, basic: 'A', other: 'a'))];

    private static readonly byte[][] Text = [.. Enumerable.Range(0, 257).Select(c => Values(c, basic: 'a', other: 'A'))];

    public static byte[] Of(Encodation encodation, int character) => (encodation == Encodation.C40 ? C40 : Text)[character];

    private static byte[] Values(int c, char basic, char other) => c switch
    {
        Message.Fnc1 => [Shift2, Fnc1],
        > 127 => [Shift2, UpperShift, .. Values(c - 128, basic, other)],
        ' ' => [3],
        >= '0' and <= '9' => [(byte)(c - '0' + 4)],
        _ when c >= basic && c < basic + 26 => [(byte)(c - basic + 14)],
        _ when c >= other && c < other + 26 => [Shift3, (byte)(c - other + 1)],
        < ' ' => [Shift1, (byte)c],
        < '0' => [Shift2, (byte)(c - '!')],
        < 'A' => [Shift2, (byte)(c - ':' + 15)],
        > 'Z' and < '`' => [Shift2, (byte)(c - '[' + 22)],
        '`' => [Shift3, 0],
        _ => [Shift3, (byte)(c - '{' + 27)],
    };
}
