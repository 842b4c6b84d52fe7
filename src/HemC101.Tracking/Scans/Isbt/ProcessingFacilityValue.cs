using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 033: processing facility (5) and its own code (6, 000000 when it has none; never part of what makes a product unique).</summary>
public sealed record ProcessingFacilityValue(FacilityNumber Facility, string Code) : IsbtValue(33)
{
    public override string Content => $"{Facility}{Code}";

    protected override Text Value => Same($"{Facility} {Code}");

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        FacilityNumber.TryParse(content[..5], out var facility) && Charset.IsUpperAlphanumeric(content[5..])
            ? new ProcessingFacilityValue(facility, content[5..].ToString())
            : null;
}
