using System.Security.Cryptography;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Fallback;

/// <summary>Sets that somebody has scanned, as the page carries them from one scan to the next: sealed, so that none is on the list that was not scanned.</summary>
public sealed class ScannedSets(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("fallback.scanned.v1");

    public string Seal(DonationNumber donation, Person by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _protector.Protect($"{by.Number} {donation}");
    }

    /// <returns>Null for what was not scanned by this person.</returns>
    public DonationNumber? Open(string text, Person by)
    {
        ArgumentNullException.ThrowIfNull(by);
        try
        {
            return _protector.Unprotect(text).Split(' ') is [var who, var donation] && who == by.Number.ToString() ? DonationNumber.Parse(donation) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
