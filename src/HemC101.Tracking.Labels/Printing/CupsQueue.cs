using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>Where CUPS prints: <c>queue</c> or <c>queue?media=name</c>.</summary>
/// <param name="Media">CUPS's name of the paper; null for one of the label's own size.</param>
public sealed partial record CupsQueue(string Name, string? Media)
{
    public static bool TryParse(string address, [NotNullWhen(true)] out CupsQueue? queue)
    {
        var parts = Form().Match(address);
        queue = parts.Success ? new(parts.Groups[1].Value, parts.Groups[2] is { Success: true, Value: var media } ? media : null) : null;
        return parts.Success;
    }

    /// <summary>Neither begins with a hyphen, which a command would take for an option.</summary>
    [GeneratedRegex(@"^([A-Za-z0-9_][A-Za-z0-9_.-]{0,126})(?:\?media=([A-Za-z0-9_][A-Za-z0-9_.-]{0,126}))?\z")]
    private static partial Regex Form();
}
