namespace HemC101.Tracking.Web.Audit;

/// <summary>What was asked for, as it was entered.</summary>
/// <param name="Of">Number of a chain, participant, donation, house thing or person, or the name of a stream.</param>
/// <param name="From">The first day, as <c>yyyy-MM-dd</c>.</param>
/// <param name="To">The last day, as <c>yyyy-MM-dd</c>.</param>
public sealed record TrailForm(string? Of, string? Person, string? Station, string? What, string? From, string? To);
