using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>A moment as a line writes it: <c>+2h</c>, <c>thaw.end+30m</c>, <c>2026-03-02 14:05</c> in Moscow.</summary>
/// <param name="Step">After, or before, the last time this step was taken; null for the line's own moment.</param>
/// <param name="Fixed">Null for a distance.</param>
internal sealed partial record ScenarioTime(string? Step, TimeSpan Distance, DateTimeOffset? Fixed)
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public static ScenarioTime? TryParse(string text)
    {
        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new(null, TimeSpan.Zero, MoscowTime.At(local));
        }

        if (Relative().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var distance = match.Groups["part"].Captures.Aggregate(TimeSpan.Zero, (sum, part) => sum + Part(part.Value));
        return new(match.Groups["step"] is { Success: true } step ? step.Value : null, match.Groups["sign"].Value == "-" ? -distance : distance, null);
    }

    /// <param name="now">The line's own moment.</param>
    /// <param name="history">Of the line's participant.</param>
    /// <returns>Null when the step was not taken yet.</returns>
    public DateTimeOffset? From(DateTimeOffset now, IReadOnlyList<Happened> history) =>
        Fixed ?? (Step is null ? now : history.LastOrDefault(one => one.Act.StepId == Step && one.What is not Chain.Events.StepRefused)?.Act.RecordedAt) + Distance;

    private static TimeSpan Part(string text)
    {
        var count = int.Parse(text[..^1], CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => TimeSpan.FromSeconds(count),
        };
    }

    [GeneratedRegex(@"^(?<step>[a-z]+[a-z0-9.-]*[a-z0-9])?(?<sign>[+-])(?<part>\d{1,5}[dhms])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();
}
