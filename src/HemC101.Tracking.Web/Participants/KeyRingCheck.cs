using System.Security.Cryptography;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Proofs;

namespace HemC101.Tracking.Web.Participants;

/// <summary>
/// Asked before a site begins its work: whether its key ring opens what the database holds. Without it names and seals fail at the bed; and a
/// ring made anew beside sealed data would hide that the right one is missing.
/// </summary>
internal sealed class KeyRingCheck(Database database, PersonalDataVault vault, SealKey seals, IConfiguration settings)
{
    private static readonly Text Missing = new(
        "Связка ключей в папке {0} не открывает эту базу данных: её нет или она чужая. Верните папку ключей этой базы (копию хранит служба качества) "
        + "и назовите её в Data:KeyRing; у всех узлов она одна. Новая связка не создана.",
        "The key ring in the folder {0} does not open this database: it is missing, or another one. Bring back the folder of keys of this database (quality "
        + "assurance keeps a copy) and name it in Data:KeyRing; all nodes share one. No new ring was made.");

    /// <exception cref="DatabaseUnusableException">The key ring is missing or another one.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var ring = SiteDatabase.KeyRingOf(settings);
        await using var session = await database.ReadAsync(ct);
        var any = await Tracking.Storage.Registry.Participants.FindAnyAsync(session, ct);
        var isSealed = await SealKey.IsKeptAsync(session, ct);
        if (any is null && !isSealed)
        {
            return;
        }

        if (!Directory.EnumerateFiles(ring, "key-*.xml").Any())
        {
            throw new DatabaseUnusableException(Missing.With(ring));
        }

        try
        {
            (await seals.FindAsync(session, ct))?.Dispose();
            if (any is not null)
            {
                await vault.VerifyAsync(session, any.SubjectNo, any.PersonalDataHash.ToString(), ct);
            }
        }
        catch (CryptographicException e)
        {
            throw new DatabaseUnusableException(Missing.With(ring), e);
        }
    }
}
