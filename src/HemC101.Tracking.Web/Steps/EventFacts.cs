using System.Collections;
using System.Globalization;
using System.Reflection;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What an event says, as name and value; codes stay codes, so that the line reads the same in thirty years.</summary>
public static class EventFacts
{
    /// <summary>Shown on pages of their own.</summary>
    private static readonly Type[] Large = [typeof(MasterProcess), typeof(Specification)];

    /// <summary>Their members are facts of the event.</summary>
    private static readonly Type[] Nested = [typeof(SplitPlan), typeof(BulkCounts), typeof(ToleranceInputs)];

    public static IEnumerable<(Text Name, string Value)> Of(ChainEvent what) => Within(what, null);

    /// <param name="act">Whose remark is a fact, too.</param>
    /// <param name="texts">What the texts say to whoever reads this.</param>
    public static IEnumerable<(Text Name, string Value)> Of(ChainEvent what, Act act, ShownTexts texts)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(texts);
        var facts = Within(what, id => texts.Of(id, act));
        return act.Remark is { } remark ? facts.Append((TextField.Remark.Label, texts.Of(remark, act))) : facts;
    }

    /// <summary>The members that are shown, for an event type or for what is nested in one.</summary>
    internal static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !Large.Contains(property.PropertyType));

    internal static bool IsNested(Type type) => Nested.Contains(type);

    private static IEnumerable<(Text Name, string Value)> Within(object what, Func<TextId, string>? words)
    {
        foreach (var property in MembersOf(what.GetType()))
        {
            if (property.GetValue(what) is not { } value)
            {
                continue;
            }

            foreach (var fact in IsNested(property.PropertyType) ? Within(value, words) : [(FactNames.Of(property.Name), value is TextId id && words is not null ? words(id) : Show(property, value))])
            {
                yield return fact;
            }
        }
    }

    private static string Show(PropertyInfo property, object value) =>
        property.Name == nameof(StepRefused.StepId) && StepCatalogue.Find((string)value) is { } step ? Language.T(step.Name) : Show(value);

    private static string Show(object value) => value switch
    {
        DateTimeOffset instant => Clock.Show(instant),
        DateOnly day => Clock.ShowDay(day),
        bool yes => yes ? Language.T("да", "yes") : Language.T("нет", "no"),
        IDictionary map => string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key} {Show(map[key]!)}")),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Show)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
