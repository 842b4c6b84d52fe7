using System.Globalization;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Drawing;

/// <summary>
/// The ZPL that a template may write itself. All of it can also be drawn as PDF and SVG; what only a printer understands is refused,
/// or a label on another printer would lack it.
/// </summary>
internal static class PlainZpl
{
    /// <summary>Stands where a place of the template stood.</summary>
    public const char Place = '\x1';

    private const string Known = "^XA, ^XZ, ^FX, ^CI28, ^PW, ^LL, ^LH0,0, ^FO, ^GB, ^GC, ^FS and the printer's settings ^PR, ^MD, ^MM, ^MN, ^MT";

    private const string Instead =
        "Text and symbols are drawn by {{ … | text: … }}, {{ … | data_matrix: … }} and {{ … | code128: … }}, white on black by the style 'inverse'.";

    /// <returns>From the first to the last: a frame, or null for a place.</returns>
    /// <exception cref="PlainZplException">A command is unknown or not used as it is documented.</exception>
    public static IEnumerable<FrameShape?> Read(string text)
    {
        Require(text.StartsWith("^XA", StringComparison.Ordinal), new("XA", "", 0), "the label does not begin with ^XA.");
        var field = (ZplCommand?)null;
        var isDrawn = false;
        foreach (var command in ZplCommand.Of(text))
        {
            switch (command.Name)
            {
                case "FO":
                    Require(field is null, command, "^FO begins a field before the one before it was ended by ^FS.");
                    field = command;
                    break;
                case "GB" or "GC":
                    Require(field is not null && !isDrawn, command, $"^{command.Name} draws at one ^FO x,y and is ended by ^FS.");
                    isDrawn = true;
                    yield return Frame(command, Origin(field!.Value));
                    break;
                case "FS":
                    Require(field is null || isDrawn, command, "^FO … ^FS draws nothing: a place in double braces says itself where it stands.");
                    (field, isDrawn) = (null, false);
                    foreach (var place in Places(command))
                    {
                        yield return place;
                    }

                    break;
                default:
                    Require(field is null, field ?? command, $"the field is not ended by ^FS before ^{command.Name}; only ^GB or ^GC stands between. {Instead}");
                    foreach (var place in Other(command))
                    {
                        yield return place;
                    }

                    break;
            }
        }

        Require(field is null, field ?? default, "the last field is not ended by ^FS.");
    }

    /// <param name="command"><c>^GB</c> or <c>^GC</c>.</param>
    /// <exception cref="PlainZplException">It is not used as it is documented.</exception>
    public static FrameShape Frame(ZplCommand command, (int X, int Y) at) => command.Name == "GB" ? Box(command, at) : Circle(command, at);

    private static IEnumerable<FrameShape?> Other(ZplCommand command)
    {
        switch (command.Name)
        {
            case "FX":
                Require(!command.Rest.Contains(Place, StringComparison.Ordinal), command, "a remark holds a place in double braces.");
                return [];
            case "XA" or "XZ":
                return Places(command);
            case "CI" or "LH":
                var only = command.Name == "CI" ? "28" : "0,0";
                Require(Own(command) == only, command, $"only ^{command.Name}{only} is allowed.");
                return Places(command);
            case "PW" or "LL":
                _ = Number(command, Own(command));
                return Places(command);
            case "PR" or "MD" or "MM" or "MN" or "MT":
                return Places(command);
            default:
                throw new PlainZplException(command.At, $"^{command.Name} is not among the commands that a template may use: {Known}. {Instead}");
        }
    }

    private static (int X, int Y) Origin(ZplCommand command)
    {
        var numbers = Numbers(command);
        Require(numbers.Length == 2, command, "^FO takes x,y.");
        return (numbers[0], numbers[1]);
    }

    private static FrameShape Box(ZplCommand command, (int X, int Y) at)
    {
        var given = command.Parameters;
        Require(given.Length is >= 3 and <= 5, command, "^GB takes width,height,thickness and then colour (B or W) and rounding (0 to 8).");
        var line = Number(command, given[2]);
        var rounding = given.Length > 4 ? Number(command, given[4]) : 0;
        Require(line >= 1 && rounding <= 8, command, "^GB needs a thickness of at least 1 and a rounding of at most 8.");
        return new(at.X, at.Y, Math.Max(line, Number(command, given[0])), Math.Max(line, Number(command, given[1])), line, rounding, IsWhite(command, given, 3));
    }

    private static FrameShape Circle(ZplCommand command, (int X, int Y) at)
    {
        var given = command.Parameters;
        Require(given.Length is 2 or 3, command, "^GC takes diameter,thickness and then colour (B or W).");
        var (across, line) = (Number(command, given[0]), Number(command, given[1]));
        Require(line >= 1 && across >= 3, command, "^GC needs a diameter of at least 3 and a thickness of at least 1.");
        return new(at.X, at.Y, across, across, line, Rounding: 8, IsWhite(command, given, 2));
    }

    private static bool IsWhite(ZplCommand command, string[] given, int index)
    {
        var colour = given.ElementAtOrDefault(index) ?? "B";
        Require(colour is "B" or "W", command, $"the colour is B or W, not \"{colour}\".");
        return colour == "W";
    }

    private static int[] Numbers(ZplCommand command) => [.. command.Parameters.Select(part => Number(command, part))];

    private static int Number(ZplCommand command, string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 99_999
            ? number
            : throw new PlainZplException(command.At, $"\"{Readable(part)}\" in ^{command.Name} is not a number of dots.");

    /// <summary>What belongs to the command itself: all before the first place.</summary>
    private static string Own(ZplCommand command) => command.Rest.Split(Place)[0].Trim();

    /// <summary>Between commands stand places and blanks, and nothing that a printer would take for a parameter.</summary>
    private static IEnumerable<FrameShape?> Places(ZplCommand command)
    {
        if (command.Name is "FS" or "XA" or "XZ")
        {
            RequireNothing(command.Rest, command.At);
        }
        else if (command.Rest.IndexOf(Place, StringComparison.Ordinal) is var first and >= 0)
        {
            RequireNothing(command.Rest[first..], command.At);
        }

        return Enumerable.Repeat<FrameShape?>(null, command.Rest.Count(c => c == Place));
    }

    private static void RequireNothing(string rest, int at)
    {
        if (rest.Any(c => c != Place && !char.IsWhiteSpace(c)))
        {
            throw new PlainZplException(at, $"\"{Readable(rest)}\" stands outside of a command. A text is written {{{{ 'text' | text: … }}}}, a remark ^FX … ^FS.");
        }
    }

    private static string Readable(string text) => text.Replace(Place.ToString(), "{{…}}", StringComparison.Ordinal).Trim();

    private static void Require(bool holds, ZplCommand command, string reason)
    {
        if (!holds)
        {
            throw new PlainZplException(command.At, reason);
        }
    }
}
