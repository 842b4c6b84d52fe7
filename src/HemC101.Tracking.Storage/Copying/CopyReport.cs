namespace HemC101.Tracking.Storage.Copying;

/// <summary>A site that was carried over whole and verified there.</summary>
/// <param name="Entries">Of the ledger.</param>
/// <param name="Seals">That fit the ledger in its new place.</param>
/// <param name="Tables">How many rows each of them has.</param>
public sealed record CopyReport(long Entries, int Seals, IReadOnlyDictionary<string, long> Tables);
