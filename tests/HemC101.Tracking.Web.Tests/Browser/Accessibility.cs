using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

internal static class Accessibility
{
    /// <summary>WCAG 2.2 A and AA, as far as axe can see them.</summary>
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static async Task AssertNoViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))));
    }
}
