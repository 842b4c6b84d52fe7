namespace HemC101.Tracking.Web.Commands;

/// <summary>
/// What was typed after a command's name: words, and options as <c>--name value</c> or <c>--name=value</c>. Everything after <c>--</c> is
/// a word; so is a single argument that names no option, for a scan may begin with two dashes.
/// </summary>
internal sealed record CommandLine(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options)
{
    private const string Dashes = "--";

    /// <returns>Null when an option is not known, stands twice or has no value.</returns>
    public static CommandLine? Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> known)
    {
        List<string> words = [];
        Dictionary<string, string> options = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == Dashes)
            {
                words.AddRange(args.Skip(i + 1));
                break;
            }

            var parts = args[i].StartsWith(Dashes, StringComparison.Ordinal) ? args[i][Dashes.Length..].Split('=', 2) : [];
            if (parts.Length == 0 || (args.Count == 1 && !known.Contains(parts[0])))
            {
                words.Add(args[i]);
                continue;
            }

            var value = parts.Length == 2 ? parts[1] : i + 1 < args.Count ? args[++i] : null;
            if (string.IsNullOrEmpty(value) || !known.Contains(parts[0]) || !options.TryAdd(parts[0], value))
            {
                return null;
            }
        }

        return new CommandLine(words, options);
    }

    public string? Option(string name) => Options.GetValueOrDefault(name);
}
