using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <summary>A recorded value was wrong. The entry itself stays as it was written; from here on the chain goes by the new value.</summary>
/// <param name="Entry">Version of the event that recorded it, however often it was corrected since.</param>
/// <param name="Member">Where that event keeps it, as <see cref="EventMembers"/> reads it.</param>
/// <param name="Old">As it stood until now.</param>
/// <param name="Document">Number of the paper or deviation that shows it; null where none was named.</param>
public sealed record RecordCorrected(int Entry, string Member, string Old, string New, string Reason, string? Document) : ChainEvent;

/// <summary>Something the review rested on was corrected before the release: quality assurance reviews again.</summary>
public sealed record ReviewReopened(BatchNumber Batch, string Reason) : ChainEvent;

/// <summary>Something the decision between the doses rested on was corrected: the investigator decides again.</summary>
public sealed record ToleranceRevoked(string Reason) : ChainEvent;
