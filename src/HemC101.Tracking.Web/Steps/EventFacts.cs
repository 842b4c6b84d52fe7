using System.Collections;
using System.Globalization;
using System.Reflection;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What an event says, as short name and value; codes stay codes, so that the line reads the same in thirty years.</summary>
public static class EventFacts
{
    private static readonly Type[] Large = [typeof(MasterProcess), typeof(Specification)];

    public static IEnumerable<(string Name, string Value)> Of(ChainEvent what) =>
        from property in what.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanRead && property.Name != "EqualityContract" && !Large.Contains(property.PropertyType)
        let value = property.GetValue(what)
        where value is not null
        select (property.Name, Show(value));

    private static string Show(object value) => value switch
    {
        DateTimeOffset instant => Infrastructure.Clock.Show(instant),
        IDictionary map => string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key} {Show(map[key]!)}")),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Show)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
