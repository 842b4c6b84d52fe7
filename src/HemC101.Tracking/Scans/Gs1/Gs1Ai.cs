namespace HemC101.Tracking.Scans.Gs1;

/// <summary>One GS1 application identifier, a line of <c>application-identifiers.txt</c>.</summary>
internal sealed class Gs1Ai
{
    private readonly Gs1Part[] _parts;

    /// <param name="columns">After the identifier: format, separator, required, excluded, link, names.</param>
    public Gs1Ai(string code, IReadOnlyList<string> columns)
    {
        Code = code;
        _parts = [.. columns[0].Split(' ').Select(Gs1Part.Parse)];
        NeedsSeparator = columns[1] == "gs";
        Required = [.. Words(columns[2]).Select(group => group.Split('+'))];
        Excluded = Words(columns[3]);
        Link = Gs1Link.Parse(columns[4]);
        Name = new Text(columns[5], columns[6]);
        Shortest = _parts.Where(part => !part.Optional).Sum(part => part.Shortest);
        Longest = _parts.Sum(part => part.Longest);
        HasCheck = _parts.Any(part => part.Checks.Contains(Gs1Check.Mod10));
    }

    public string Code { get; }

    public Text Name { get; }

    /// <summary>False where the length is predefined.</summary>
    public bool NeedsSeparator { get; }

    /// <summary>One of these groups must stand on the same thing; empty when nothing must. A pattern's <c>n</c> is any digit.</summary>
    public string[][] Required { get; }

    public string[] Excluded { get; }

    public Gs1Link Link { get; }

    public int Shortest { get; }

    public int Longest { get; }

    public bool IsFixed => Shortest == Longest;

    /// <summary>True when a check digit proves the value.</summary>
    public bool HasCheck { get; }

    /// <summary>What the first part is checked for, where that decides how it is shown.</summary>
    public Gs1Check? Kind => _parts[0].Checks is [var check, ..] ? check : null;

    /// <summary>True where the text begins with this identifier and a value of fixed length that its check digit proves.</summary>
    public bool IsProvenAt(ReadOnlySpan<char> text) =>
        HasCheck && IsFixed && text.StartsWith(Code) && text.Length >= Code.Length + Longest && Fault(text.Slice(Code.Length, Longest)) is null;

    /// <summary>Every part takes what it can, the last the rest.</summary>
    /// <returns>Null when the value is good.</returns>
    public Gs1Check? Fault(ReadOnlySpan<char> value)
    {
        if (value.Length < Shortest || value.Length > Longest)
        {
            return Gs1Check.Length;
        }

        foreach (var part in _parts)
        {
            if (value.IsEmpty && part.Optional)
            {
                return null;
            }

            var taken = value[..Math.Min(value.Length, part.Longest)];
            if (part.Fault(taken) is { } fault)
            {
                return fault;
            }

            value = value[taken.Length..];
        }

        return null;
    }

    private static string[] Words(string column) => column == "-" ? [] : column.Split(' ');
}
