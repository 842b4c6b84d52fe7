using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A keyboard-wedge scanner: fast keys, then Enter. GS comes as Ctrl+], as such scanners are set up for browsers.</summary>
internal static class Scanner
{
    private const float GapMilliseconds = 5;
    private const char Separator = '\u001D';

    /// <param name="field">Gets the focus first, as a person taps it; the scan then goes to whatever has the focus.</param>
    /// <param name="symbol">What stands in the symbol.</param>
    public static async Task ScanAsync(ILocator field, string symbol)
    {
        await field.FocusAsync();
        var keyboard = field.Page.Keyboard;
        var parts = symbol.Split(Separator);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                await keyboard.PressAsync("Control+]");
            }

            await keyboard.TypeAsync(parts[i], new() { Delay = GapMilliseconds });
        }

        await keyboard.PressAsync("Enter");
    }
}
