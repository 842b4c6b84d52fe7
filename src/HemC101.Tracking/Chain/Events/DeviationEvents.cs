namespace HemC101.Tracking.Chain.Events;

/// <summary>Somebody reported a deviation. Others open by what has happened: <see cref="Deviation.OpenedBySelf"/>.</summary>
/// <param name="Of">Null for the whole chain; otherwise the canonical text of a collection, batch or bag.</param>
/// <param name="Document">Number of the report.</param>
public sealed record DeviationOpened(string Kind, DeviationClass Class, string? Of, string Document) : ChainEvent;

/// <param name="Number">Version of the event that opened it.</param>
/// <param name="Assessment">What it means for the product.</param>
/// <param name="Document">Number of the assessment.</param>
public sealed record DeviationClosed(int Number, string Assessment, string Document) : ChainEvent;
