using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>GS1 element strings: the participant's wristband, and suppliers' codes on materials.</summary>
internal static class Gs1Reader
{
    private static readonly string[] WristbandIdentifiers = ["8018", "8019", "7241"];

    public static Reading Read(string text)
    {
        if (text.StartsWith('('))
        {
            return Refused(ReadingReasons.Brackets);
        }

        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(ReadingReasons.DigitalLink);
        }

        if (Gs1Elements.Split(text, out var elements) is { } refusal)
        {
            return Refused(refusal);
        }

        if (elements.ContainsKey("8018"))
        {
            return Wristband(elements, text);
        }

        var stranger = elements.Keys.FirstOrDefault(ai => ai is "00" or "02" or "03" or "8017");
        return stranger is not null ? Refused(ReadingReasons.NotOurAi.With(stranger))
            : elements.ContainsKey("01") ? Supplier(elements, text)
            : Refused(ReadingReasons.NoKey);
    }

    private static Reading Wristband(Dictionary<string, string> elements, string text)
    {
        if (elements.Keys.FirstOrDefault(ai => !WristbandIdentifiers.Contains(ai)) is { } other)
        {
            return Refused(ReadingReasons.WristbandMixed.With(other));
        }

        if (elements.TryGetValue("7241", out var media) && media != "01")
        {
            return Refused(ReadingReasons.NotAWristband.With(media));
        }

        if (media is null || !elements.TryGetValue("8019", out var instance))
        {
            return Refused(ReadingReasons.WristbandIncomplete);
        }

        return int.TryParse(instance, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Understood(new WristbandCode(PatientKey.Parse(elements["8018"]), number), text)
            : Refused(ReadingReasons.AiValue.With("8019"));
    }

    private static Reading.Understood Supplier(Dictionary<string, string> elements, string text)
    {
        var expiry = elements.GetValueOrDefault("17") ?? elements.GetValueOrDefault("7003")?[..6];
        return Understood(
            new SupplierCode(
                elements["01"],
                elements.GetValueOrDefault("10"),
                expiry is null ? null : Gs1Elements.Date(expiry),
                elements.GetValueOrDefault("21")),
            text);
    }

    private static Reading.Understood Understood(ScannedCode code, string text) => new(code, text, LayoutCorrected: false, Typed: false);

    private static Reading.Unreadable Refused(Text reason) => new(reason);
}
