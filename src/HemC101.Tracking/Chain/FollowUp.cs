namespace HemC101.Tracking.Chain;

/// <summary>The participant after the hand-over of Day 28.</summary>
/// <param name="Extension">In the extension; else in the 15 years of follow-up alone.</param>
/// <param name="Status">The latest code that was recorded.</param>
/// <param name="StatusOn">Since when it is so.</param>
public sealed record FollowUp(bool Extension, DateOnly VisitOn, string Status, DateOnly StatusOn)
{
    public const string Followed = "followed";
}
