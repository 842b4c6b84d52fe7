using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;

namespace HemC101.Tracking.Benchmarks.Scans;

/// <summary>Sends scans as the pages' forms do, and times them from the scan to the whole page with the verdict.</summary>
internal sealed partial class Scanner(Tablet tablet)
{
    /// <summary>What the page shows when a scan is taken.</summary>
    public const string Taken = "demand-done";

    /// <summary>What the page shows when a scan is refused, and nothing worse.</summary>
    public const string Warning = "verdict-warning";

    /// <summary>What the page shows when it is another participant's.</summary>
    public const string Stop = "verdict-stop";

    private Timings Untimed { get; } = new();

    /// <returns>The attempt of the freshly opened form.</returns>
    public async Task<string> OpenAsync(string step) => AttemptIn(await tablet.GetAsync(step), step);

    /// <summary>A badge opens a nurse's round at the bed.</summary>
    /// <returns>The attempt of the round.</returns>
    public async Task<string> OpenRoundAsync(string bed, string badge) =>
        AttemptIn(await tablet.PostAndFollowAsync($"{bed}?handler=Open", [("Badge", badge), .. Keys(badge)]), bed);

    public Task ScanAsync(string step, string attempt, string symbol, string shows) => ScanAsync(Untimed, "", step, attempt, symbol, shows);

    /// <exception cref="InvalidOperationException">The page does not show what it must: nothing of worth was measured.</exception>
    public async Task ScanAsync(Timings timings, string work, string step, string attempt, string symbol, string shows)
    {
        (string, string)[] fields =
        [
            ("Attempt", attempt), ("Scanned", symbol), ("ClientScanId", Guid.NewGuid().ToString("N")), .. Keys(symbol),
        ];
        var page = await timings.TimeAsync(work, () => tablet.PostAndFollowAsync($"{step}?handler=Scan", fields));
        if (!page.Contains(shows, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"'{symbol}' at {step} did not lead to {shows}:\n{page}");
        }
    }

    /// <summary>What the page's script measures of a scanner.</summary>
    private static (string, string)[] Keys(string symbol) =>
        [("KeyCount", symbol.Length.ToString(CultureInfo.InvariantCulture)), ("KeyMedianMs", "10"), ("KeyEnd", "Enter")];

    private static string AttemptIn(string page, string address) =>
        Attempt().Match(page) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException($"{address} has no form to scan into:\n{page}");

    [GeneratedRegex("name=\"Attempt\" value=\"([0-9a-f]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Attempt();
}
