using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 034: processing facility (5), its own code (6) and product description code (5); the device identifier of a UDI.</summary>
public sealed record ProcessorProductValue(FacilityNumber Facility, string Code, string Product) : IsbtValue(34)
{
    public override string Content => $"{Facility}{Code}{Product}";

    protected override Text Value => Same($"{Facility} {Code} {Product}");

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        FacilityNumber.TryParse(content[..5], out var facility) && Charset.IsUpperAlphanumeric(content[5..]) && char.IsAsciiLetterUpper(content[11])
            ? new ProcessorProductValue(facility, content[5..11].ToString(), content[11..].ToString())
            : null;
}
