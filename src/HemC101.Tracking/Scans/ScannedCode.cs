using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>What one scan shows, as typed identifiers; no raw text travels further than the reader.</summary>
public abstract record ScannedCode;

/// <param name="Instance">Which wristband of this participant; an older one is void.</param>
public sealed record WristbandCode(PatientKey Patient, int Instance) : ScannedCode;

/// <summary>A label on a bag, container or tube: a compound message (DS 023).</summary>
public sealed record ContainerCode : ScannedCode
{
    public DonationNumber? Donation { get; init; }

    /// <summary>Of the container: 00 bag, 07 tube, 10 sterility sample, 01-04 and 15-19 container of a set.</summary>
    public DonationFlags? Flags { get; init; }

    public ProductCode? Product { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public CoiId? Coi { get; init; }

    public BatchNumber? Batch { get; init; }

    public PrintSerial? Serial { get; init; }
}

/// <summary>A donation number alone, from the linear symbol.</summary>
public sealed record DonationCode(DonationNumber Donation, DonationFlags Flags) : ScannedCode;

public sealed record StaffCode(StaffNumber Staff, PrintSerial? BadgeSerial) : ScannedCode;

public sealed record HouseCode(HouseId Id) : ScannedCode;

/// <summary>A supplier's GS1 code on a material.</summary>
public sealed record SupplierCode(string Gtin, string? Lot, DateOnly? ExpiresOn, string? SerialNumber) : ScannedCode;

/// <summary>What an RFID reader types.</summary>
public sealed record RfidCode(RfidTag Tag) : ScannedCode;

/// <summary>A chain of identity identifier alone.</summary>
public sealed record CoiCode(CoiId Coi) : ScannedCode;

/// <summary>A code that can be read, but belongs to no step of ours.</summary>
/// <param name="Identifier">Null for a code about a person, which must not be kept.</param>
/// <param name="Why">What it is, and what to scan instead.</param>
public sealed record OtherCode(string? Identifier, Text Why) : ScannedCode;
