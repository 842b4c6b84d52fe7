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

    private static readonly Text Incomplete = new(
        "Связка ключей в папке {0} неполна: имена {1} из {2} участников не открываются. Ключ {3} утрачен или отозван. Журнал цел. Верните в папку файл "
        + "key-{3}.xml из копии связки (её хранит служба качества); если ключ отозван, уберите его файл revocation-*.xml.",
        "The key ring in the folder {0} is incomplete: the names of {1} of {2} participants do not open. The key {3} is lost or was revoked. The ledger is whole. "
        + "Bring the file key-{3}.xml back from a copy of the ring (quality assurance keeps one); if the key was revoked, take its file revocation-*.xml away.");

    /// <exception cref="DatabaseUnusableException">The key ring is missing or another one.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var ring = SiteDatabase.KeyRingOf(settings);
        await using var session = await database.ReadAsync(ct);
        var everybody = await Tracking.Storage.Registry.Participants.ListAsync(session, ct);
        if (everybody.Count == 0 && !await SealKey.IsKeptAsync(session, ct))
        {
            return;
        }

        if (!Directory.EnumerateFiles(ring, "key-*.xml").Any())
        {
            throw new DatabaseUnusableException(Missing.With(ring));
        }

        var closed = everybody.Where(row => !vault.Opens(row.PersonalData)).ToList();
        if (closed.Count > 0 && PersonalDataVault.KeyOf(closed[0].PersonalData) is var key
            && (closed.Count < everybody.Count || File.Exists(Path.Combine(ring, $"key-{key}.xml"))))
        {
            throw new DatabaseUnusableException(Incomplete.With(ring, closed.Count, everybody.Count, key));
        }

        try
        {
            (await seals.FindAsync(session, ct))?.Dispose();
        }
        catch (CryptographicException e)
        {
            throw new DatabaseUnusableException(Missing.With(ring), e);
        }

        if (closed.Count > 0)
        {
            throw new DatabaseUnusableException(Missing.With(ring));
        }
    }
}
