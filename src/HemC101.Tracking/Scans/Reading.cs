namespace HemC101.Tracking.Scans;

/// <summary>What became of a raw scan.</summary>
public abstract record Reading
{
    private Reading() { }

    /// <param name="Code">What the scan shows.</param>
    /// <param name="Content">Its elements.</param>
    /// <param name="Canonical">The scan as the symbol holds it: repaired, the symbology identifier kept for GS1 and dropped for ISBT 128 and house codes.</param>
    /// <param name="Typed">True for a bare identifier with its check character, as a person types it.</param>
    public sealed record Understood(ScannedCode Code, CodeContent Content, string Canonical, Repairs Repairs, bool Typed) : Reading;

    public sealed record Unreadable(ScanRefusal Refusal) : Reading
    {
        public Text Reason => Refusal.Sentence;
    }
}
