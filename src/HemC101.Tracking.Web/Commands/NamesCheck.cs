using System.Security.Cryptography;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Participants;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Whether the sealed names and birth dates are those whose hashes stand in the ledger; needs the key ring, and makes none.</summary>
internal static class NamesCheck
{
    private static readonly Text NotChecked = new(
        "Имена участников не проверены: связки ключей нет. Укажите её папку: --keys.",
        "The names of participants were not checked: there is no key ring. Name its folder: --keys.");

    private static readonly Text Altered = new(
        "Имя или дата рождения участника {0} не те, что при включении.", "Name or birth date of participant {0} are not those enrolled.");

    private static readonly Text AlteredFormer = new(
        "Прежние имя или дата рождения участника {0} не те, что были до исправления.",
        "The former name or birth date of participant {0} are not those before the correction.");

    private static readonly Text Remarked = new(
        "Признак однофамильцев участника {0} не от его фамилии: предупреждение могло пропасть.",
        "The mark of same surnames of participant {0} is not of this surname: a warning may be missing.");

    private static readonly Text MarkedAsAnother = new(
        "Признак того же человека у участника {0} не от его имени и даты рождения: второе включение могло пройти.",
        "The mark of the same person of participant {0} is not of this name and birth date: a second enrolment may have passed.");

    private static readonly Text Closed = new(
        "Имя участника {0} не открывается этой связкой ключей: она чужая, или запись изменена.",
        "The name of participant {0} cannot be opened with this key ring: it is another one, or the row was changed.");

    private static readonly Text AlteredText = new(
        "Текст {0} в {1} не тот, что был введён, или не открывается этой связкой ключей.",
        "The text {0} of {1} is not the one that was typed, or cannot be opened with this key ring.");

    /// <param name="database">Whose tables agree with the ledger.</param>
    /// <param name="ring">Folder of the key ring.</param>
    /// <param name="screen">What was found is said here.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<int> RunAsync(Database database, string ring, CommandScreen screen, CancellationToken ct)
    {
        var rows = await Tracking.Storage.Registry.Participants.ListAsync(database, ct);
        if (rows.Count == 0)
        {
            return ExitCode.Good;
        }

        if (!Directory.Exists(ring) || !Directory.EnumerateFiles(ring, "key-*.xml").Any())
        {
            screen.Out.WriteLine(NotChecked.Ru);
            screen.Out.WriteLine(NotChecked.En);
            return ExitCode.Good;
        }

        await using var services = new ServiceCollection().AddLogging()
            .AddDataProtection().SetApplicationName(Site.Name).PersistKeysToFileSystem(new DirectoryInfo(ring)).DisableAutomaticKeyGeneration().Services
            .AddSingleton<PersonalDataVault>().BuildServiceProvider();
        var vault = services.GetRequiredService<PersonalDataVault>();
        foreach (var row in rows)
        {
            if (await FindingAsync(vault, database, row, ct) is { } finding)
            {
                screen.Refuse(finding);
                screen.Refuse(CommandDesk.StopAndKeep);
                return ExitCode.No;
            }
        }

        if (await FormerAsync(vault, database, ct) is { } changed)
        {
            screen.Refuse(changed);
            screen.Refuse(CommandDesk.StopAndKeep);
            return ExitCode.No;
        }

        screen.Out.WriteLine($"Имён проверено / Names checked: {rows.Count}");
        return await TextsAsync(vault.Texts, database, screen, ct);
    }

    /// <summary>Tables and ledger agree about the hash; here the bytes are held against it.</summary>
    private static async Task<Text?> FormerAsync(PersonalDataVault vault, Database database, CancellationToken ct)
    {
        foreach (var row in await FormerIdentities.ListAsync(database, ct))
        {
            try
            {
                if (vault.OpenFormer(row, $"{row.PersonalDataHash}") is null)
                {
                    return AlteredFormer.With(row.SubjectNo);
                }
            }
            catch (CryptographicException)
            {
                return Closed.With(row.SubjectNo);
            }
        }

        return null;
    }

    private static async Task<int> TextsAsync(FreeTextVault vault, Database database, CommandScreen screen, CancellationToken ct)
    {
        var rows = await FreeTexts.ListAsync(database, ct);
        if (rows.FirstOrDefault(row => !IsWhatWasTyped(vault, row)) is { } altered)
        {
            screen.Refuse(AlteredText.With(altered.TextId, altered.Stream));
            screen.Refuse(CommandDesk.StopAndKeep);
            return ExitCode.No;
        }

        screen.Out.WriteLine($"Текстов проверено / Texts checked: {rows.Count}");
        return ExitCode.Good;
    }

    private static bool IsWhatWasTyped(FreeTextVault vault, FreeTextRow row)
    {
        try
        {
            return vault.Open(row) is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static async Task<Text?> FindingAsync(
        PersonalDataVault vault, Database database, ParticipantRow row, CancellationToken ct)
    {
        try
        {
            return await vault.OpenAsync(database, row.SubjectNo, row.PersonalDataHash.ToString(), ct) is not { } person ? Altered.With(row.SubjectNo)
                : row.PersonDigest != await vault.SamePerson.FindDigestAsync(database, person, ct) ? MarkedAsAnother.With(row.SubjectNo)
                : row.SurnameDigest is { } mark && mark != await vault.SameSurname.FindDigestAsync(database, person, ct) ? Remarked.With(row.SubjectNo)
                : null;
        }
        catch (CryptographicException)
        {
            return Closed.With(row.SubjectNo);
        }
    }
}
