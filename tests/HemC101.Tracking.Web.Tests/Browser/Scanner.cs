using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A keyboard-wedge scanner: a key every five milliseconds, then Enter. GS comes as Ctrl+], as such scanners are set up for browsers.</summary>
internal static class Scanner
{
    private const double GapSeconds = 0.005;
    private const char Separator = '\u001D';
    private const int Control = 2;
    private const int Shift = 8;

    /// <param name="field">Gets the focus first, as a person taps it; the scan then goes to whatever has the focus.</param>
    /// <param name="symbol">What stands in the symbol.</param>
    /// <param name="keyboard">Its layout and lock, as the station's system has them; a US keyboard without CapsLock when not given.</param>
    public static async Task ScanAsync(ILocator field, string symbol, Keyboard? keyboard = null)
    {
        keyboard ??= Keyboard.Us;
        // The page's scripts measure from their first moment on; keys before it would be nobody's.
        await field.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await field.FocusAsync();
        var session = await field.Page.Context.NewCDPSessionAsync(field.Page);
        var first = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0) - (symbol.Length * GapSeconds);
        List<Task> keys = [];
        for (var i = 0; i <= symbol.Length; i++)
        {
            // The browser is told when the key went down: a busy test machine must not turn a scanner into a slow hand.
            var at = first + (i * GapSeconds);
            var key = i == symbol.Length ? Enter() : symbol[i] == Separator ? GroupSeparator(keyboard) : Character(keyboard, symbol[i]);
            keys.Add(session.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>(key) { ["timestamp"] = at }));
            keys.Add(session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key["key"], ["timestamp"] = at }));
        }

        await Task.WhenAll(keys);
        await session.DetachAsync();
    }

    private static Dictionary<string, object> Character(Keyboard keyboard, char c)
    {
        var key = keyboard.Press(c);
        return new() { ["type"] = "keyDown", ["key"] = key.Typed, ["text"] = key.Typed, ["code"] = key.Code, ["modifiers"] = key.IsShifted ? Shift : 0 };
    }

    private static Dictionary<string, object> Enter() =>
        new() { ["type"] = "keyDown", ["key"] = "Enter", ["code"] = "Enter", ["text"] = "\r", ["windowsVirtualKeyCode"] = 13 };

    private static Dictionary<string, object> GroupSeparator(Keyboard keyboard)
    {
        var bracket = keyboard.Press(']');
        return new() { ["type"] = "rawKeyDown", ["key"] = bracket.Typed, ["code"] = bracket.Code, ["modifiers"] = Control, ["windowsVirtualKeyCode"] = 221 };
    }
}
