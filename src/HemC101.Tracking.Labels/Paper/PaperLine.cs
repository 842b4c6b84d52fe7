namespace HemC101.Tracking.Labels.Paper;

public enum PaperStyle
{
    Title,
    Heading,
    Body,
    Small,
}

/// <summary>A line of a report; wrapped where it is too long, an empty one leaves space.</summary>
public sealed record PaperLine(PaperStyle Style, string Text);
