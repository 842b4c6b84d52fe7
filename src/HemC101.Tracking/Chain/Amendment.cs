namespace HemC101.Tracking.Chain;

/// <summary>That a value of the chain was corrected.</summary>
/// <param name="Version">Of the correction.</param>
/// <param name="Entry">Version of the event whose value it is.</param>
public sealed record Amendment(int Version, int Entry, string Member);
