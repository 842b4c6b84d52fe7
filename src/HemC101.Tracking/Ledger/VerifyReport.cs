namespace HemC101.Tracking.Ledger;

/// <param name="Rows">How many entries were read, up to and including the first broken one.</param>
/// <param name="First">Null when everything agrees.</param>
public sealed record VerifyReport(long Rows, BrokenRow? First);
