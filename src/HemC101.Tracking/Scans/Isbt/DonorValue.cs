using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 019: facility (5) and its number of the donor (16).</summary>
public sealed record DonorValue(FacilityNumber Facility, string Donor) : IsbtValue(19)
{
    public override string Content => $"{Facility}{Donor}";

    protected override Text Value => Same($"{Content} {CheckCharacter.Mod37(Content)}");

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        FacilityNumber.TryParse(content[..5], out var facility) && Charset.IsUpperAlphanumeric(content[5..])
            ? new DonorValue(facility, content[5..].ToString())
            : null;
}
