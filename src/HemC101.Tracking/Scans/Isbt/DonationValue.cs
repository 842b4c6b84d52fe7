using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 001.</summary>
public sealed record DonationValue(DonationNumber Donation, DonationFlags Flags) : IsbtValue(1)
{
    public override string Content => $"{Donation}{Flags}";

    protected override Text Value => Flags.Meaning is { } meaning
        ? new($"{Donation.WithCheck}, {meaning.Ru}", $"{Donation.WithCheck}, {meaning.En}")
        : Flags == DonationFlags.None ? Same(Donation.WithCheck)
        : new($"{Donation.WithCheck}, флаги {Flags}", $"{Donation.WithCheck}, flags {Flags}");

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        DonationNumber.TryParse(content[..13], out var donation) && DonationFlags.TryParse(content[13..], out var flags) && flags.Fit(donation)
            ? new DonationValue(donation, flags)
            : null;
}
