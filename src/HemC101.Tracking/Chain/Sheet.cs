using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

public enum SheetKind
{
    /// <summary>Goes with one dose bag from the store to the bed and back.</summary>
    Accompanying,

    /// <summary>Lies ready for hours without the system .</summary>
    DowntimePack,
}

/// <summary>A numbered sheet: paper that is written on, and may come back.</summary>
/// <param name="Of">Canonical text of the bag; empty for the whole chain.</param>
/// <param name="By">Who printed it.</param>
/// <param name="Version">Of the event that issued it: the sheet says what was known then.</param>
public sealed record Sheet(PrintSerial Serial, SheetKind Kind, string Of, DateTimeOffset IssuedAt, StaffNumber By, int Version)
{
    /// <summary>How long a pack says what is true enough to work by .</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <summary>The bag's own sheet is used up with it.</summary>
    public DateTimeOffset? ValidUntil => Kind == SheetKind.DowntimePack ? IssuedAt + Validity : null;
}
