namespace HemC101.Tracking.Storage.Backups;

internal static class BackupReasons
{
    public static readonly Text NoNote = new(
        "Рядом с файлом {0} нет его описания (.json) или оно испорчено: проверить копию нечем. Возьмите другую копию.",
        "Beside the file {0} there is no note (.json), or it is damaged: nothing to check the backup by. Take another backup.");

    public static readonly Text Changed = new(
        "Файл {0} не тот, что был записан: контрольная сумма другая. Возьмите другую копию.",
        "The file {0} is not the one that was written: its checksum differs. Take another backup.");

    public static readonly Text PassphraseNeeded = new(
        "Копия {0} зашифрована. Укажите файл с паролем: --passphrase-file.",
        "The backup {0} is encrypted. Name the file with the passphrase: --passphrase-file.");

    public static readonly Text WrongPassphrase = new(
        "Копия {0} не расшифровывается: пароль другой или файл испорчен.",
        "The backup {0} cannot be decrypted: the passphrase is another one, or the file is damaged.");

    public static readonly Text OtherLedger = new(
        "В копии {0} журнал не того размера, что записан в её описании. Возьмите другую копию.",
        "The ledger in the backup {0} has not the size its note says. Take another backup.");

    public static readonly Text TargetExists = new(
        "Файл {0} уже есть; восстановление ничего не затирает. Остановите программу и переместите вместе, в одну папку, под прежними именами: {1}. Затем повторите.",
        "The file {0} is there already; a restore overwrites nothing. Stop the program and move these together, into one folder, under the names they have: {1}. Then try again.");

    public static readonly Text ServerDatabase = new(
        "Эта команда копирует файл SQLite. Базу PostgreSQL копируйте pg_dump или pg_basebackup, например сценарием deploy/postgres/backup.sh.",
        "This command copies a SQLite file. Copy a PostgreSQL database with pg_dump or pg_basebackup, for example by the script deploy/postgres/backup.sh.");
}
