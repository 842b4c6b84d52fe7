using System.Buffers;
using System.Text;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>
/// GS1 Digital Links of products and places. A link with a person's number is refused: a telephone's camera would open it and carry
/// the number into the net.
/// </summary>
public static class Gs1DigitalLink
{
    /// <summary>RFC 3986, section 2, but the brackets, which stand only around an address in figures.</summary>
    private static readonly SearchValues<char> Uric =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%");

    /// <summary>Primary key and qualifiers in their order, then the other elements as query.</summary>
    /// <exception cref="ArgumentException">No product's key, or elements that make no link.</exception>
    public static string Write(string domain, params ReadOnlySpan<Gs1Element> elements)
    {
        ArgumentException.ThrowIfNullOrEmpty(domain);
        var (path, query) = (new StringBuilder($"https://{domain}"), new StringBuilder());
        var key = elements.IsEmpty ? null : elements[0].Definition;
        foreach (var element in elements)
        {
            var inPath = ReferenceEquals(element.Definition, key) || key!.Link.Qualifiers.Any(sequence => sequence.Contains(element.Ai));
            (inPath ? path.Append('/') : query.Append(query.Length == 0 ? '?' : '&'))
                .Append(element.Ai).Append(inPath ? '/' : '=').Append(Uri.EscapeDataString(element.Value));
        }

        var link = path.Append(query).ToString();
        return Read(link, out _) is { } fault ? throw new ArgumentException(fault.ToString(), nameof(elements)) : link;
    }

    /// <summary>In small letters, or wholly in capitals as some printers save space; any other mixture is CapsLock's.</summary>
    internal static bool Is(ReadOnlySpan<char> text) =>
        text.StartsWith("https://") || text.StartsWith("http://")
        || ((text.StartsWith("HTTPS://") || text.StartsWith("HTTP://")) && !text.ContainsAnyInRange('a', 'z'));

    internal static ScanRefusal? Read(ReadOnlySpan<char> text, out Gs1Message? message)
    {
        message = null;
        var link = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].ToString();
        if (link.AsSpan().ContainsAnyExcept(Uric) || link is ['/', ..] || link.Contains("://", StringComparison.Ordinal))
        {
            return Gs1Reasons.LinkBroken.With(Cut(link));
        }

        link = link.Split('#', 2)[0];
        if (link.Split('/', '?', '&', ';', '=').Any(part => part is "8017" or "8018"))
        {
            return Gs1Reasons.LinkOfPerson;
        }

        var (address, query) = link.Split('?', 2) is [var before, var after] ? (before, after) : (link, "");
        var elements = new StringBuilder();
        var fault = Path(address.Split('/')[1..], elements) ?? Query(query, elements);
        if (fault is not null)
        {
            return fault;
        }

        var joined = elements.ToString();
        fault = Gs1Cutter.Cut(joined, out var slices);
        message = fault is null ? Gs1Message.Of(joined, slices) : null;
        return fault;
    }

    /// <summary>The last pair that begins with a primary key begins the identification; what stands before it is the site's own.</summary>
    private static ScanRefusal? Path(string[] segments, StringBuilder elements)
    {
        var from = segments.Length - 2;
        while (from >= 0 && Gs1Table.Find(segments[from]) is not { Link.IsKey: true })
        {
            from -= 2;
        }

        if (from < 0)
        {
            return Gs1Reasons.LinkBroken.With(segments is [.., var last] ? Cut(last) : "/");
        }

        var key = Gs1Table.Get(segments[from]);
        var qualifiers = segments[(from + 2)..].Where((_, i) => i % 2 == 0).ToList();
        if (!AreInOrder(qualifiers, key.Link.Qualifiers))
        {
            return Gs1Reasons.LinkBroken.With(Cut(string.Join('/', qualifiers)));
        }

        return Append(elements, segments[from..].Chunk(2).Select(pair => (pair[0], pair[1])));
    }

    private static bool AreInOrder(List<string> used, IReadOnlyList<IReadOnlyList<string>> sequences) =>
        used.Count == 0 || sequences.Any(sequence => sequence.Where(used.Contains).SequenceEqual(used));

    /// <summary>Parameters that are not all digits belong to the site and say nothing of the thing.</summary>
    private static ScanRefusal? Query(string query, StringBuilder elements)
    {
        var pairs = query.Split('&', ';').Select(parameter => parameter.Split('=', 2))
            .Where(pair => pair[0].Length > 0 && pair[0].All(char.IsAsciiDigit)).ToList();
        var stranger = pairs.Find(pair => pair.Length < 2 || Gs1Table.Find(pair[0]) is not { Link.IsAttribute: true });
        return stranger is not null ? Gs1Reasons.LinkBroken.With(Cut(stranger[0])) : Append(elements, pairs.Select(pair => (pair[0], pair[1])));
    }

    private static ScanRefusal? Append(StringBuilder elements, IEnumerable<(string Ai, string Value)> pairs)
    {
        foreach (var (ai, encoded) in pairs)
        {
            var value = Uri.UnescapeDataString(encoded);
            if (!Gs1Checks.Holds(Gs1Check.Percent, encoded))
            {
                return Gs1Reasons.LinkBroken.With(ai);
            }

            if (Gs1Table.Get(ai).Fault(value) is { } check)
            {
                return Gs1Reasons.Value(Gs1Table.Get(ai), check);
            }

            elements.Append(ai).Append(value).Append(Gs1Characters.Separator);
        }

        return null;
    }

    private static string Cut(string text) => new([.. text.Take(20).Where(c => !char.IsControl(c))]);
}
