using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Alarms;

/// <summary>One entry of the list of people on call of a group.</summary>
/// <param name="Place">1 is called first, 2 when the first has not acknowledged.</param>
public sealed record Duty(string Id, StaffNumber StaffNo, int Place, DutyTime Time);
