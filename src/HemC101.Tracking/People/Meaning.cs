namespace HemC101.Tracking.People;

/// <summary>What a signature means; the fixed list (21 CFR 11.50).</summary>
public enum Meaning
{
    Performed,
    Verified,
    Reviewed,
    Approved,
    Received,
    Handed,
    Witnessed,

    /// <summary>Entered from paper what others had done and signed by hand.</summary>
    Transcribed,
}
