using System.Text.Json;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Scans;

/// <summary>Entry methods as they are stored and as people name them.</summary>
public static class EntryNames
{
    private static readonly (EntryMethod Method, string Key, Text Name)[] All =
    [
        (EntryMethod.Scanned, "scanned", new("отсканировано", "scanned")),
        (EntryMethod.Camera, "camera", new("камерой", "by camera")),
        (EntryMethod.Typed, "typed", new("введено вручную", "typed")),
        (EntryMethod.Pasted, "pasted", new("вставлено (демо)", "pasted (demo)")),
        (EntryMethod.Unproven, "unproven", new("способ ввода не доказан", "entry not proven")),
    ];

    public static string Key(this EntryMethod method) => Of(method).Key;

    public static Text Name(this EntryMethod method) => Of(method).Name;

    /// <returns>Null for a word that is none of the five.</returns>
    public static EntryMethod? Find(string? key) =>
        Array.Find(All, item => string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found ? found.Method : null;

    private static (EntryMethod Method, string Key, Text Name) Of(EntryMethod method) => Array.Find(All, item => item.Method == method);

    /// <summary>The stored word in JSON.</summary>
    internal sealed class Json : JsonConverter<EntryMethod>
    {
        public override EntryMethod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Find(reader.GetString()) ?? throw new JsonException("This is no entry method.");

        public override void Write(Utf8JsonWriter writer, EntryMethod value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key());
    }
}
