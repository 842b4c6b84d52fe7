namespace HemC101.Tracking.People;

/// <summary>
/// A first or temporary PIN or password of two parts, each typed by another person unseen by the other, so that nobody but the owner, whom
/// both tell their part, knows the whole. A class and no record: it prints nothing of itself.
/// </summary>
public sealed class SecretParts(string? first, string? second)
{
    public const int DigitsOfAPin = Pin.Length / 2;

    public const int ShortestOfAPassword = 6;

    public string Whole => first + second;

    /// <returns>Null when both parts may stand in a PIN.</returns>
    public Text? RefusalAsPin() => IsHalfAPin(first) && IsHalfAPin(second) ? null : new(
        $"Временный PIN-код задают двое: по {DigitsOfAPin} цифры каждый, втайне друг от друга.",
        $"Two people set a temporary PIN: {DigitsOfAPin} digits each, unseen by the other.");

    /// <returns>Null when both parts may stand in a password.</returns>
    public Text? RefusalAsPassword() => IsLong(first) && IsLong(second) ? null : new(
        $"Временный пароль задают двое: не короче {ShortestOfAPassword} знаков каждый, втайне друг от друга.",
        $"Two people set a temporary password: at least {ShortestOfAPassword} characters each, unseen by the other.");

    private static bool IsHalfAPin(string? part) => part?.Length == DigitsOfAPin && part.All(char.IsAsciiDigit);

    private static bool IsLong(string? part) => part?.Length >= ShortestOfAPassword;
}
