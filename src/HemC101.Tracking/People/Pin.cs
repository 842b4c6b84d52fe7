namespace HemC101.Tracking.People;

/// <summary>Six digits typed beside a badge scan.</summary>
public static class Pin
{
    public const int Length = 6;

    /// <returns>Null when the PIN may be used, else why not.</returns>
    public static Text? Refusal(string? pin)
    {
        if (pin is not { Length: Length } || !pin.All(char.IsAsciiDigit))
        {
            return new("PIN-код состоит из шести цифр.", "A PIN has six digits.");
        }

        return IsTrivial(pin)
            ? new("Такой PIN-код легко угадать. Выберите цифры без повторов и рядов вроде 111111, 123456, 121212.",
                "This PIN is easy to guess. Choose digits without repeats and runs such as 111111, 123456, 121212.")
            : null;
    }

    private static bool IsTrivial(string pin) => HasEvenSteps(pin) || HasPeriod(pin, 2) || HasPeriod(pin, 3);

    /// <summary>111111, 123456, 987654, 135791: every digit follows from the one before by the same step, 9 being followed by 0.</summary>
    private static bool HasEvenSteps(string pin) =>
        pin.Zip(pin.Skip(1), (a, b) => (b - a + 10) % 10).Distinct().Count() == 1;

    private static bool HasPeriod(string pin, int period) => pin.Skip(period).Zip(pin, (a, b) => a == b).All(same => same);
}
