namespace HemC101.Tracking.Web.Pages.Shared;

public enum VerdictTone
{
    Good,
    Warning,
    Stop,
    Info,
}

/// <summary>
/// Model of <c>_Verdict</c>: one big line with colour, sign and word. <c>Detail</c> says what happened and what to do next; null when
/// the line says it all.
/// </summary>
public sealed record Verdict(VerdictTone Tone, Text Line, Text? Detail = null)
{
    public string Code => Tone switch
    {
        VerdictTone.Good => "good",
        VerdictTone.Warning => "warning",
        VerdictTone.Stop => "stop",
        VerdictTone.Info => "info",
    };
}
