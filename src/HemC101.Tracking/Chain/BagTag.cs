using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <param name="Carrier">The bag, or its cassette.</param>
public sealed record BagTag(Carrier Carrier, RfidTag Tag)
{
    /// <summary>False once two people have found that it answers no reader.</summary>
    public bool Reads { get; init; } = true;
}
