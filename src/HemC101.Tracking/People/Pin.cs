using System.Globalization;

namespace HemC101.Tracking.People;

/// <summary>Six digits typed beside a badge scan.</summary>
public static class Pin
{
    public const int Length = 6;

    private static readonly string[] Dates = ["ddMMyy", "MMddyy", "yyMMdd"];
    private static readonly string[] Months = ["MMyyyy", "yyyyMM"];

    /// <returns>Null when the PIN may be used, else why not.</returns>
    public static Text? Refusal(string? pin)
    {
        if (pin is not { Length: Length } || !pin.All(char.IsAsciiDigit))
        {
            return new("PIN-код состоит из шести цифр.", "A PIN has six digits.");
        }

        return IsTrivial(pin)
            ? new("Такой PIN-код легко угадать. Выберите цифры без повторов и рядов вроде 111111, 123456, 121212, 112233.",
                "This PIN is easy to guess. Choose digits without repeats and runs such as 111111, 123456, 121212, 112233.")
            : IsDate(pin)
                ? new("Такой PIN-код похож на дату: день рождения угадывают первым. Выберите другие цифры.",
                    "This PIN looks like a date: birthdays are guessed first. Choose other digits.")
                : null;
    }

    private static bool IsTrivial(string pin) =>
        HasEvenSteps(pin) || HasPeriod(pin, 2) || HasPeriod(pin, 3) || pin.Distinct().Count() < 3 || IsOfPairs(pin);

    /// <summary>112233, 998877.</summary>
    private static bool IsOfPairs(string pin) =>
        pin.Where((_, at) => at % 2 == 0).SequenceEqual(pin.Where((_, at) => at % 2 == 1)) && HasEvenSteps(string.Concat(pin.Where((_, at) => at % 2 == 0)));

    /// <summary>170580, 051780, 800517, 051980, 198005: day, month and year, or month and full year, in the orders that people write.</summary>
    private static bool IsDate(string pin) => DateOnly.TryParseExact(pin, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (DateOnly.TryParseExact(pin, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1900 and < 2100);

    /// <summary>111111, 123456, 987654, 135791: every digit follows from the one before by the same step, 9 being followed by 0.</summary>
    private static bool HasEvenSteps(string pin) =>
        pin.Zip(pin.Skip(1), (a, b) => (b - a + 10) % 10).Distinct().Count() == 1;

    private static bool HasPeriod(string pin, int period) => pin.Skip(period).Zip(pin, (a, b) => a == b).All(same => same);
}
