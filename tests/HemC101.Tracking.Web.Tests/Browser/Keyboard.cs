namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>What the browser is told when a scanner, which always presses the keys of a US keyboard, works on this one.</summary>
internal sealed class Keyboard
{
    /// <summary>Each key with what it types in the US layout and in the Russian one (ЙЦУКЕН), plain and shifted.</summary>
    private static readonly (string Code, string Us, string Russian)[] Keys =
    [
        ("Backquote", "`~", "ёЁ"), ("Digit1", "1!", "1!"), ("Digit2", "2@", "2\""), ("Digit3", "3#", "3№"), ("Digit4", "4$", "4;"),
        ("Digit5", "5%", "5%"), ("Digit6", "6^", "6:"), ("Digit7", "7&", "7?"), ("Digit8", "8*", "8*"), ("Digit9", "9(", "9("),
        ("Digit0", "0)", "0)"), ("Minus", "-_", "-_"), ("Equal", "=+", "=+"), ("Backslash", "\\|", "\\/"), ("Space", "  ", "  "),
        ("KeyQ", "qQ", "йЙ"), ("KeyW", "wW", "цЦ"), ("KeyE", "eE", "уУ"), ("KeyR", "rR", "кК"), ("KeyT", "tT", "еЕ"), ("KeyY", "yY", "нН"),
        ("KeyU", "uU", "гГ"), ("KeyI", "iI", "шШ"), ("KeyO", "oO", "щЩ"), ("KeyP", "pP", "зЗ"), ("BracketLeft", "[{", "хХ"), ("BracketRight", "]}", "ъЪ"),
        ("KeyA", "aA", "фФ"), ("KeyS", "sS", "ыЫ"), ("KeyD", "dD", "вВ"), ("KeyF", "fF", "аА"), ("KeyG", "gG", "пП"), ("KeyH", "hH", "рР"),
        ("KeyJ", "jJ", "оО"), ("KeyK", "kK", "лЛ"), ("KeyL", "lL", "дД"), ("Semicolon", ";:", "жЖ"), ("Quote", "'\"", "эЭ"),
        ("KeyZ", "zZ", "яЯ"), ("KeyX", "xX", "чЧ"), ("KeyC", "cC", "сС"), ("KeyV", "vV", "мМ"), ("KeyB", "bB", "иИ"), ("KeyN", "nN", "тТ"),
        ("KeyM", "mM", "ьЬ"), ("Comma", ",<", "бБ"), ("Period", ".>", "юЮ"), ("Slash", "/?", ".,"),
    ];

    private readonly bool _isRussian;
    private readonly bool _isCapsLocked;

    private Keyboard(bool isRussian, bool isCapsLocked) => (_isRussian, _isCapsLocked) = (isRussian, isCapsLocked);

    public static Keyboard Us { get; } = new(isRussian: false, isCapsLocked: false);

    public static Keyboard RussianWithCapsLock { get; } = new(isRussian: true, isCapsLocked: true);

    /// <param name="scanned">The character in the symbol, for which the scanner presses its US key.</param>
    public (string Code, string Typed, bool IsShifted) Press(char scanned)
    {
        var (code, us, russian) = Keys.First(key => key.Us.Contains(scanned, StringComparison.Ordinal));
        var shifted = us[0] != scanned;
        var typed = (_isRussian ? russian : us)[shifted ? 1 : 0];
        return (code, $"{(_isCapsLocked ? Inverted(typed) : typed)}", shifted);
    }

    /// <summary>CapsLock turns letters, Shift turns them back; marks and digits stay.</summary>
    private static char Inverted(char typed) => char.IsLower(typed) ? char.ToUpperInvariant(typed) : char.ToLowerInvariant(typed);
}
