namespace HemC101.Tracking.Ledger.Seals;

/// <summary>On which side of the way to the root a hash stands.</summary>
public enum Side
{
    Left,
    Right,
}

/// <summary>One hash of an inclusion proof.</summary>
public readonly record struct Neighbour(Side Side, Digest Hash);
