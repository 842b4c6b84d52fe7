using System.Security.Cryptography;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Fallback;

/// <summary>Sets that somebody has scanned, as the page carries them from one scan to the next: sealed, so that none is on the list that was not scanned.</summary>
public sealed class ScannedSets(IDataProtectionProvider provider)
{
    /// <summary>For a list that somebody else scanned, or too long ago: what lay on the shelf then may have gone since.</summary>
    public static readonly Text Stale = new(
        "Список отсканированных наборов устарел или начат другим сотрудником. Ничего не записано. Отсканируйте наборы заново.",
        "The list of scanned sets is out of date, or somebody else began it. Nothing was recorded. Scan the sets again.");

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector _protector = provider.CreateProtector("fallback.scanned.v1").ToTimeLimitedDataProtector();

    public string Seal(DonationNumber donation, Person by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _protector.Protect($"{by.Number} {donation}", Lasts);
    }

    /// <returns>Null for what was not scanned by this person, or longer ago.</returns>
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
