namespace HemC101.Tracking.Ledger;

/// <summary>
/// What a caller writes into the ledger; position, version and hash are given by the ledger. Occurred is by the clock of the device and
/// kept to the millisecond, the actor is an identifier and never a name, the data are JSON, stored and hashed exactly as given.
/// </summary>
public sealed record NewEntry(string Type, int SchemaVersion, DateTimeOffset OccurredAt, string Actor, string Station, string Data);
