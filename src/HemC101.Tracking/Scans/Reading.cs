namespace HemC101.Tracking.Scans;

/// <summary>What became of a raw scan.</summary>
public abstract record Reading
{
    private Reading() { }

    /// <param name="Normalized">The text as it stands in the symbol, after every repair.</param>
    /// <param name="LayoutCorrected">True when the keyboard layout or CapsLock had to be undone.</param>
    /// <param name="Typed">True for a bare identifier with its check character, as a person types it.</param>
    public sealed record Understood(ScannedCode Code, string Normalized, bool LayoutCorrected, bool Typed) : Reading;

    public sealed record Unreadable(Text Reason) : Reading;
}
