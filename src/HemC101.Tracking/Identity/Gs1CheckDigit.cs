namespace HemC101.Tracking.Identity;

/// <summary>GS1 General Specifications §7.9: modulo 10, weights 3 and 1 from the right.</summary>
public static class Gs1CheckDigit
{
    /// <param name="digits">Without the check digit.</param>
    /// <exception cref="ArgumentException">A character is no digit.</exception>
    public static char Of(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var c = digits[^(i + 1)];
            sum += char.IsAsciiDigit(c) ? (c - '0') * (i % 2 == 0 ? 3 : 1) : throw new ArgumentException($"'{c}' is no digit.", nameof(digits));
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <returns>True when the last digit is the check digit of those before it.</returns>
    public static bool IsValid(ReadOnlySpan<char> digits) =>
        digits.Length > 1 && !digits.ContainsAnyExceptInRange('0', '9') && Of(digits[..^1]) == digits[^1];
}
