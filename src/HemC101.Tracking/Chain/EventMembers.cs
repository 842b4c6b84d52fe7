using System.Text.Json;
using System.Text.Json.Nodes;
using HemC101.Tracking.Chain.Events;

namespace HemC101.Tracking.Chain;

/// <summary>
/// One value inside an event, by the name under which the ledger keeps it: <c>VolumeMl</c>, or <c>Values.viability</c> within a list of
/// names and values.
/// </summary>
public static class EventMembers
{
    /// <returns>As the ledger writes it; null when the event has no such value, or left it empty.</returns>
    public static string? Find(ChainEvent what, string member)
    {
        ArgumentNullException.ThrowIfNull(what);
        return Slot(EventCodec.ToJson(what), member) is ({ } holder, var name) && holder[name] is JsonValue value ? TextOf(value) : null;
    }

    /// <summary>The same event with another value; of the same kind, or it cannot be read back.</summary>
    /// <exception cref="ArgumentException">The event has no such value.</exception>
    public static ChainEvent With(ChainEvent what, string member, string text)
    {
        ArgumentNullException.ThrowIfNull(what);
        var json = EventCodec.ToJson(what);
        if (Slot(json, member) is not ({ } holder, var name) || holder[name] is not JsonValue value)
        {
            throw new ArgumentException($"{what.GetType().Name} keeps no {member}.", nameof(member));
        }

        holder[name] = value.GetValueKind() == JsonValueKind.String ? JsonValue.Create(text) : JsonNode.Parse(text);
        return EventCodec.FromJson(json, what.GetType());
    }

    private static (JsonObject? Holder, string Name) Slot(JsonObject json, string member)
    {
        var path = member.Split('.', 2);
        var name = JsonNamingPolicy.CamelCase.ConvertName(path[0]);
        return path.Length == 1 ? (json, name) : (json[name] as JsonObject, path[1]);
    }

    private static string TextOf(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
