using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>As the head of a stream says it.</summary>
internal sealed record StreamEnd(string Stream, long Version, Digest Hash);
