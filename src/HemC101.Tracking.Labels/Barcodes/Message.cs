namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>A payload as what a symbol carries one by one: characters 0 to 255 and FNC1.</summary>
/// <param name="IsGs1">FNC1 goes before the first of them; it is not among them.</param>
internal sealed record Message(bool IsGs1, int[] Characters)
{
    public const int Fnc1 = 256;

    public static Message Plain(string payload) => new(IsGs1: false, Array.ConvertAll(payload.ToCharArray(), c => (int)c));

    public static Message Gs1(string payload) =>
        new(IsGs1: true, Array.ConvertAll(payload.ToCharArray(), c => c == Payload.Separator ? Fnc1 : (int)c));

    public int Length => Characters.Length;

    public int this[int index] => Characters[index];

    public bool IsDigit(int index) => index < Characters.Length && Characters[index] is >= '0' and <= '9';

    public bool IsDigitPair(int index) => IsDigit(index) && IsDigit(index + 1);

    /// <summary>0 to 99.</summary>
    public int DigitPair(int index) => ((Characters[index] - '0') * 10) + Characters[index + 1] - '0';
}
