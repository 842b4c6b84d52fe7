namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>How a command goes wrong on its way, or how it is sent.</summary>
internal enum Twist
{
    None,
    OnePersonForAll,
    LastSignatureMissing,
    WrongPeople,
    NoScans,
    WrongBandFirst,
    EveryScanTwice,
    OtherAnswers,
    DeliveredTwice,
    TwoAtOnce,
    CutOffAndSentAgain,
    RestartAndSentAgain,
}

/// <summary>One command of a random day.</summary>
/// <param name="Chain">Whose; modulo the number of participants.</param>
/// <param name="Pick">Which step, among those that are due or all.</param>
/// <param name="Who">Where in the crew the search for people begins, and which answers are given.</param>
/// <param name="Minutes">How long after the one before.</param>
internal sealed record Order(int Chain, int Pick, Twist Twist, int Who, int Minutes)
{
    /// <summary>Most commands are sent as they should be.</summary>
    public const int Twists = 30;

    public const int Picks = 10_000;

    public const int People = 100;

    public const int LongestWait = 12;

    public static Order Of(int chain, int pick, int twist, int who, int minutes) =>
        new(chain, pick, Enum.IsDefined((Twist)twist) ? (Twist)twist : Twist.None, who, minutes);

    public static IEnumerable<Order> From(Random random)
    {
        while (true)
        {
            yield return Of(random.Next(100), random.Next(Picks), random.Next(Twists), random.Next(People), random.Next(LongestWait));
        }
    }
}
