using System.Globalization;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Values of a script as a person reads them on the page.</summary>
public static class DemoWords
{
    private static readonly Text Tick = new("поставьте галочку", "tick the box");
    private static readonly Text NoTick = new("оставьте пустым", "leave it empty");

    public static string Of(DemoEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Field switch
        {
            CheckField => Language.T(entry.Raw.Length > 0 ? Tick : NoTick),
            ChoiceField choice => Language.T(choice.Choices.First(option => option.Code == entry.Raw).Name),
            NumberField number => $"{DecimalInput.Show(decimal.Parse(entry.Raw, CultureInfo.InvariantCulture))} {number.Unit}".Trim(),
            MomentField => Clock.Show(MoscowTime.At(DateTime.ParseExact(entry.Raw, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))),
            DayField => Clock.ShowDay(DateOnly.ParseExact(entry.Raw, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => entry.Raw,
        };
    }

    /// <summary>What can be copied into the field; null for what is ticked or chosen, and for dates, into which browsers paste nothing.</summary>
    public static string? Typed(DemoEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Field is NumberField or ReferenceField ? entry.Raw : null;
    }
}
