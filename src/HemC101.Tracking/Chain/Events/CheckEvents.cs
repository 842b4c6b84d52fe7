namespace HemC101.Tracking.Chain.Events;

/// <summary>
/// The first of two people has finished their half of an independent check: who, when and the hash of what they signed stand in the
/// signature; what they scanned and recorded stands nowhere until the second has finished, too.
/// </summary>
/// <param name="Target">Canonical text of the thing; empty for the chain.</param>
/// <param name="SealedHash">SHA-256 of the sealed row beside the ledger.</param>
public sealed record FirstCheckFinished(string StepId, string Target, string SealedHash) : ChainEvent;

/// <summary>Both halves of an independent check are void, finished or not: two people begin again.</summary>
/// <param name="Reason">Code; never what the two have recorded.</param>
public sealed record CheckVoided(string StepId, string Target, string Reason) : ChainEvent;
