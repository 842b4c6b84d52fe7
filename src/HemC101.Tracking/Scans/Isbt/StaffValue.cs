using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 020.</summary>
public sealed record StaffValue(StaffNumber Staff) : IsbtValue(20)
{
    public override string Content => Staff.ToString();

    protected override Text Value => Same(Staff.WithCheck);

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        StaffNumber.TryParse(content, out var staff) ? new StaffValue(staff) : null;
}
