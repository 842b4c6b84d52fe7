using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>
/// Another code that followed without a suffix. A GS1 value of open length takes it for its own: most characters of ISBT 128, house codes
/// and GS1 itself are allowed there.
/// </summary>
internal static class SecondScan
{
    private const int HouseLength = 12;

    /// <summary>A house code or ISBT 128.</summary>
    /// <param name="text">GS1, without a symbology identifier.</param>
    public static bool StandsIn(ReadOnlySpan<char> text)
    {
        // In a link both characters stand between its parameters, of which none looks like a house code.
        var isLink = Gs1DigitalLink.Is(text);
        for (var at = text.IndexOfAny('&', '='); at >= 0; at = Next(text, at))
        {
            if (IsHouse(text[at..]) || (!isLink && IsIsbt(text[at..])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A second GS1 code, from a scanner that sends no symbology identifiers: with them, it would bring its own.</summary>
    public static bool IsGs1In(Gs1Message message) => message.Values.Any(EndsWithAnother);

    private static int Next(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 1)..].IndexOfAny('&', '=');
        return next < 0 ? next : at + 1 + next;
    }

    /// <summary>Also under CapsLock, which turns the kind of a house code into a capital.</summary>
    private static bool IsHouse(ReadOnlySpan<char> text) =>
        text.Length >= HouseLength
        && HouseId.IsWellFormed($"&{char.ToLowerInvariant(text[1])}{text[2..HouseLength].ToString().ToUpperInvariant()}");

    private static bool IsIsbt(ReadOnlySpan<char> text) => IsStructure(text) || IsStructure(text.ToString().ToUpperInvariant());

    private static bool IsStructure(ReadOnlySpan<char> text)
    {
        if (IsbtStructures.At(text) is not { Read: { } read } structure)
        {
            return text is ['=', '+', >= '0' and <= '9', >= '0' and <= '9', ..];
        }

        var content = text[structure.Identifier.Length..];
        var length = structure.LengthIn(content);
        return content.Length >= length && read(content[..length]) is not null;
    }

    private static bool EndsWithAnother(Gs1Element element)
    {
        if (element.Definition.IsFixed)
        {
            return false;
        }

        for (var at = 1; at < element.Value.Length; at++)
        {
            if (Gs1Table.At(element.Value.AsSpan(at)) is { } ai && ai.IsProvenAt(element.Value.AsSpan(at)))
            {
                return true;
            }
        }

        return false;
    }
}
