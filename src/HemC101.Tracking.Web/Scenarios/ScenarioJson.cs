using System.Text.Json;
using System.Text.Json.Nodes;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>One line's object, and what to say of it.</summary>
internal sealed record ScenarioJson(string File, int Number, JsonObject Root)
{
    public ScenarioFaultException Fault(string ru, string en) => new(File, Number, new(ru, en));

    public void AllowOnly(IReadOnlyList<string> keys)
    {
        foreach (var (key, _) in Root)
        {
            Known(key, keys, "{…}");
        }
    }

    /// <returns>The same text.</returns>
    public string Known(string text, IReadOnlyList<string> all, string key) => all.Contains(text) ? text : throw Fault(
        $"«{text}» здесь не знакомо ({key}). Допустимо: {string.Join(", ", all)}.", $"\"{text}\" is not known here ({key}). There are: {string.Join(", ", all)}.");

    public JsonNode? Node(string key) => Root[key];

    public string? Text(string key) => Root[key] switch
    {
        null => null,
        JsonValue value => TextOf(value),
        _ => throw Fault($"«{key}»: нужен текст или число.", $"\"{key}\" has to be a text or a number."),
    };

    public JsonObject? Object(string key) => Root[key] switch
    {
        null => null,
        JsonObject one => one,
        _ => throw Fault($"«{key}»: нужен объект {{…}}.", $"\"{key}\" has to be an object {{…}}."),
    };

    /// <returns>Empty when the key is not there; one text for a text.</returns>
    public IReadOnlyList<string> Texts(string key) => Root[key] is JsonObject
        ? throw Fault($"«{key}»: нужен текст или список [ ].", $"\"{key}\" has to be a text or a list [ ].")
        : TextsOf(Root[key]);

    public IReadOnlyDictionary<string, string?> Values(string key) =>
        Object(key)?.ToDictionary(pair => pair.Key, pair => pair.Value is null ? null : TextOf(pair.Value)) ?? [];

    public static IReadOnlyList<string> TextsOf(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item is null ? "" : TextOf(item))],
        _ => [TextOf(node)],
    };

    /// <summary>Numbers and flags as they are written.</summary>
    private static string TextOf(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
