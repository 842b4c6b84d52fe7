namespace HemC101.Tracking.Identity;

/// <summary>GTIN, GSRN and SSCC check digit: weights 3, 1, 3 … from the right (GS1 General Specifications).</summary>
public static class Gs1CheckDigit
{
    /// <param name="digits">The key without its check digit.</param>
    public static char Of(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || !Charset.IsDigits(digits))
        {
            throw new ArgumentException("A GS1 key consists of digits.", nameof(digits));
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    public static bool IsValid(ReadOnlySpan<char> key) => key.Length > 1 && Charset.IsDigits(key) && Of(key[..^1]) == key[^1];
}
