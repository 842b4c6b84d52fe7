using System.Globalization;
using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Steps;

/// <summary>Recorded values as a correction writes them, and back: one text for one value.</summary>
internal static class RecordText
{
    public static string Of(object value) => value switch
    {
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        _ => throw new InvalidOperationException($"Unexpected value {value}."),
    };

    /// <param name="text">As <see cref="EventMembers"/> found it; limits were asked when it was recorded.</param>
    public static object Read(Field field, string text) => field switch
    {
        NumberField => decimal.Parse(text, CultureInfo.InvariantCulture),
        CheckField => bool.Parse(text),
        MomentField => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        DayField => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ChoiceField or ReferenceField => text,
        _ => throw new InvalidOperationException($"Unexpected field {field}."),
    };
}
