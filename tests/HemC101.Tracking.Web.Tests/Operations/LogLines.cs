using System.Text.Json;

namespace HemC101.Tracking.Web.Tests.Operations;

/// <summary>What a site said whose console writes JSON.</summary>
internal static class LogLines
{
    public static IReadOnlyList<LogLine> Read(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(LogLine.Read)];
}

/// <param name="Category">Who said it.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Template">The sentence with the names of its values, the same at every occurrence.</param>
/// <param name="Texts">Every name and value of the line, as a person would read them.</param>
internal sealed record LogLine(string Category, string Level, string? Template, IReadOnlyList<string> Texts)
{
    public static LogLine Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var template = root.TryGetProperty("State", out var state) && state.TryGetProperty("{OriginalFormat}", out var format) ? format.GetString() : null;
        return new(root.GetProperty(nameof(Category)).GetString()!, root.GetProperty("LogLevel").GetString()!, template, [.. TextsOf(root)]);
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsOf(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };
}
