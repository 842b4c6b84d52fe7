namespace HemC101.Tracking.Labels.Drawing;

/// <summary>A command that a template may not use.</summary>
/// <param name="at">Where it stands in the text.</param>
internal sealed class PlainZplException(int at, string reason) : FormatException(reason)
{
    public int At { get; } = at;
}
