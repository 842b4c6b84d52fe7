using System.Text.RegularExpressions;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>A thing as a line names it: <c>{bag:day1}</c>, <c>{B.wristband}</c>, <c>{lot:vector:2}</c>, <c>{collection@tag}</c>.</summary>
/// <param name="Who">Null for the participant of the line.</param>
/// <param name="Which">Empty when there is only one.</param>
/// <param name="No">From 1; 0 when no number was given.</param>
/// <param name="On">What the label stands on, or which value of a record; empty for the thing itself.</param>
internal sealed partial record ScenarioName(string? Who, string Kind, string Which, int No, string On)
{
    /// <returns>Null for a text that is no name: it is scanned, or recorded, as it stands.</returns>
    public static ScenarioName? TryParse(string text) => Form().Match(text) is { Success: true } match
        ? new(
            match.Groups["who"] is { Success: true } who ? who.Value : null,
            match.Groups["kind"].Value,
            match.Groups["which"].Value,
            match.Groups["no"] is { Success: true } no ? no.Value[0] - '0' : 0,
            match.Groups["on"].Value)
        : null;

    /// <summary>It was meant as a name, rightly written or not.</summary>
    public static bool IsMeant(string text) => text.StartsWith('{');

    [GeneratedRegex(@"^\{((?<who>[A-Z])\.)?(?<kind>[a-z-]+)(:(?<which>[A-Za-z0-9.-]+))?(:(?<no>[1-9]))?(@(?<on>[a-z0-9_]+))?\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
