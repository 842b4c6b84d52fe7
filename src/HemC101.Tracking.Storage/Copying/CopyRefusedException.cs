namespace HemC101.Tracking.Storage.Copying;

/// <summary>A site is not carried over, or not to its end; the source is as it was.</summary>
public sealed class CopyRefusedException(Text text, Exception? cause = null) : Exception(text.En, cause)
{
    public Text Text { get; } = text;
}
