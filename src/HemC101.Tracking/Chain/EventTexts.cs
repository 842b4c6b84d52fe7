using System.Collections.Concurrent;
using System.Reflection;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

/// <summary>The texts that an event speaks of: its members of that type, whichever event it is.</summary>
internal static class EventTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public static IEnumerable<TextId> Of(ChainEvent what) =>
        Members.GetOrAdd(what.GetType(), MembersOf).Select(member => member.GetValue(what)).OfType<TextId>();

    private static PropertyInfo[] MembersOf(Type type) =>
        [.. type.GetProperties().Where(member => member.PropertyType == typeof(TextId) || member.PropertyType == typeof(TextId?))];
}
