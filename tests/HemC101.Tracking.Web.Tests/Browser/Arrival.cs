using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Waits for the next page by its address alone: whoever waits for the way there hangs when it was over before.</summary>
internal static class Arrival
{
    /// <summary>Nothing is being scanned or sent there.</summary>
    private const string Settled = "^(?!.*(?:attempt|handler)=).*";

    /// <param name="page">Of a form that was just sent.</param>
    /// <param name="next">A part of the address; empty for wherever the form leads.</param>
    /// <exception cref="PlaywrightException">The page did not come.</exception>
    public static async Task ArriveAsync(this IPage page, string next)
    {
        await Expect(page).ToHaveURLAsync(new Regex(Settled + Regex.Escape(next)));
        await page.WaitForLoadStateAsync();
    }
}
