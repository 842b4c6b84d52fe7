using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>
/// Asked before a site begins its work. A database that went back to an earlier moment, by a log that was cut off or an old file put in its
/// place, is whole in itself; only the seals that lie elsewhere know that there was more.
/// </summary>
internal sealed class DepositCheck(Database database, SealOptions options, ILogger<DepositCheck> log)
{
    private static readonly Text RolledBack = new(
        "В хранилище {2} лежит печать над {0} записями, а в журнале их {1}: база данных вернулась к более раннему моменту. Не работайте с ней: сохраните "
        + "копию и сообщите службе качества. Если это резервная копия, которую вы восстановили сами, укажите в Seals:Deposit новую пустую папку, а прежнюю сохраните.",
        "The deposit {2} holds a seal over {0} entries and the ledger has {1}: the database went back to an earlier moment. Do not work with it: keep a copy and tell "
        + "quality assurance. If it is a backup that you restored yourself, name a new empty folder in Seals:Deposit and keep the old one.");

    /// <exception cref="DatabaseUnusableException">More was sealed than the ledger holds.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var entries = await SealRows.EntriesAsync(database, ct);
        if (options.Deposit is { } folder && SealedIn(folder) is var reach && reach > entries)
        {
            throw new DatabaseUnusableException(RolledBack.With(reach, entries, folder));
        }
    }

    /// <summary>Work goes on when the deposit is away; <c>verify --seals</c> asks it later.</summary>
    private long SealedIn(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? SealDeposit.Read(folder).Seals.Select(seal => seal.Entries).DefaultIfEmpty().Max() : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "The deposit of seals cannot be read; whether the database went back to an earlier moment is not known.");
            return 0;
        }
    }
}
