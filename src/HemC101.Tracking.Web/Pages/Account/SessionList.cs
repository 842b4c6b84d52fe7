using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>Model of <c>_Sessions</c>.</summary>
/// <param name="Open">The newest first.</param>
/// <param name="Own">The one that looks at them.</param>
public sealed record SessionList(IReadOnlyList<SessionRow> Open, string? Own);
