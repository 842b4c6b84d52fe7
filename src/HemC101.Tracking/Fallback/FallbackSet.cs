using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Fallback;

public enum FallbackState
{
    /// <summary>Printed, and still in the hands of quality assurance.</summary>
    Printed,

    /// <summary>At the unit, for the minute in which the printer at the chair fails.</summary>
    Issued,
    Used,
    Destroyed,

    /// <summary>A count did not find it, and a deviation says so.</summary>
    Missing,
}

/// <summary>
/// A numbered set of two labels, printed before anybody knows for whom: one for a collection bag, one for its tag. Its donation number is drawn
/// from the sequence of all donations and belongs to nothing else.
/// </summary>
/// <param name="Number">Stands on both labels.</param>
/// <param name="Bag">The print for the bag itself.</param>
/// <param name="Tag">The print for the tag.</param>
public sealed record FallbackSet(int Number, DonationNumber Donation, PrintSerial Bag, PrintSerial Tag)
{
    public FallbackState State { get; init; }

    /// <summary>The one chain that took it; null for every other state than used.</summary>
    public CoiId? UsedFor { get; init; }

    /// <summary>Number of the deviation that says it is missing; null before.</summary>
    public string? Document { get; init; }

    /// <summary>Its labels have the form that the settings asked for then.</summary>
    public required DateTimeOffset PrintedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Of the last entry of its stream.</summary>
    public required int Version { get; init; }

    /// <summary>It has to be found by a count.</summary>
    public bool IsOnShelf => State is FallbackState.Printed or FallbackState.Issued;
}
