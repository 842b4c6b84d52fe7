using HemC101.Tracking.Chain.Events;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of the hand-over and of what came after it.</summary>
public sealed partial record ChainState
{
    /// <summary>Null until the hand-over of Day 28.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>The Moscow day of the first infusion; null before it.</summary>
    public DateOnly? FirstInfusedOn =>
        Bags.Min(bag => bag.InfusionStartedAt) is { } first ? MoscowTime.DayOf(first) : null;

    private ChainState? WhenFollowed(ChainEvent what) => what switch
    {
        HandedOver handed => this with { FollowUp = new(handed.Extension, handed.VisitOn, FollowUp.Followed, handed.VisitOn) },
        FollowUpRecorded recorded => this with { FollowUp = FollowUp! with { Status = recorded.Status, StatusOn = recorded.On } },
        _ => null,
    };
}
