namespace HemC101.Tracking.Chain.Events;

/// <summary>Something that happened to a chain: past tense, immutable, free of personal data and free text (152-FZ).</summary>
public abstract record ChainEvent;
