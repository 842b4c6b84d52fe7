using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A keyboard-wedge scanner: a key every five milliseconds, then Enter. GS comes as Ctrl+], as such scanners are set up for browsers.</summary>
internal static class Scanner
{
    private const double GapSeconds = 0.005;
    private const char Separator = '\u001D';
    private const int Control = 2;

    /// <param name="field">Gets the focus first, as a person taps it; the scan then goes to whatever has the focus.</param>
    /// <param name="symbol">What stands in the symbol.</param>
    public static async Task ScanAsync(ILocator field, string symbol)
    {
        await field.FocusAsync();
        var session = await field.Page.Context.NewCDPSessionAsync(field.Page);
        var first = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0) - (symbol.Length * GapSeconds);
        List<Task> keys = [];
        for (var i = 0; i <= symbol.Length; i++)
        {
            // The browser is told when the key went down: a busy test machine must not turn a scanner into a slow hand.
            var at = first + (i * GapSeconds);
            var key = i == symbol.Length ? Enter() : symbol[i] == Separator ? GroupSeparator() : Character(symbol[i]);
            keys.Add(session.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>(key) { ["timestamp"] = at }));
            keys.Add(session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key["key"], ["timestamp"] = at }));
        }

        await Task.WhenAll(keys);
        await session.DetachAsync();
    }

    private static Dictionary<string, object> Character(char c) => new() { ["type"] = "keyDown", ["key"] = $"{c}", ["text"] = $"{c}" };

    private static Dictionary<string, object> Enter() =>
        new() { ["type"] = "keyDown", ["key"] = "Enter", ["code"] = "Enter", ["text"] = "\r", ["windowsVirtualKeyCode"] = 13 };

    private static Dictionary<string, object> GroupSeparator() =>
        new() { ["type"] = "rawKeyDown", ["key"] = "]", ["code"] = "BracketRight", ["modifiers"] = Control, ["windowsVirtualKeyCode"] = 221 };
}
