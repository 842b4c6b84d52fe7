namespace HemC101.Tracking.Storage.Copying;

internal static class CopyReasons
{
    public static readonly Text NotPostgres = new(
        "Перенести можно только в PostgreSQL. Укажите после --to строку подключения с сервером (Host) и базой (Database); ничего не изменено.",
        "A site can only be carried over to PostgreSQL. Name after --to a connection string with Host and Database; nothing was changed.");

    public static readonly Text NoSource = new(
        "Файла базы данных {0} нет или он пуст. Укажите после --from файл сайта; ничего не изменено.",
        "The database file {0} is missing or empty. Name the file of the site after --from; nothing was changed.");

    public static readonly Text NotOurs = new(
        "Файл {0} – не база данных этой системы. Укажите после --from файл сайта; ничего не изменено.",
        "The file {0} is no database of this system. Name the file of the site after --from; nothing was changed.");

    public static readonly Text Older = new(
        "База данных {0} старше этой программы: в ней нет {1}. Сделайте резервную копию, выполните migrate --database {0} и повторите copy.",
        "The database {0} is older than this program: it lacks {1}. Make a backup, run migrate --database {0}, then copy again.");

    public static readonly Text SourceBroken = new(
        "Исходная база {0} не прошла проверку: {1} Ничего не перенесено. Сохраните файл и сообщите службе качества.",
        "The source {0} does not verify: {1} Nothing was carried over. Keep the file and tell quality assurance.");

    public static readonly Text Occupied = new(
        "В базе данных {0} уже есть таблицы, и это не начатый перенос. Создайте пустую базу и укажите её после --to; ничего не изменено.",
        "The database {0} holds tables already and is not a copy that was begun. Make an empty one and name it after --to; nothing was changed.");

    public static readonly Text UnderWay = new(
        "В базу данных {0} уже идёт перенос. Дождитесь его конца или остановите его, затем повторите.",
        "Another copy to the database {0} is under way. Wait for its end or stop it, then try again.");

    public static readonly Text TargetAltered = new(
        "Начатый перенос в {0} изменён посторонним: таблица {1} не та, что была записана. Удалите эту базу, создайте пустую и начните перенос заново.",
        "The copy begun in {0} was altered: table {1} is not what was written there. Drop that database, make an empty one and begin anew.");

    public static readonly Text SourceDiffers = new(
        "В {0} начат перенос другой базы, или исходная с тех пор изменена: перенесённое в таблицу {1} в ней другое. "
        + "Проверьте файл после --from командой verify. Если он верен, удалите базу на сервере, создайте пустую и начните заново.",
        "The copy begun in {0} is of another database, or the source was altered since: what table {1} was given differs there. "
        + "Check the file after --from with verify. If it is right, drop the database on the server, make an empty one and begin anew.");

    public static readonly Text RowRefused = new(
        "Сервер не принял строки таблицы {0} после {1}-й: {2}. Перенесённое до них сохранено, сайт на этой базе не запустится. Сообщите разработчику.",
        "The server did not take the rows of table {0} after number {1}: {2}. What came before is kept, and no site starts on it. Tell the developer.");

    public static readonly Text ServerRefuses = new(
        "Сервер базы данных {0} отказал: {1}. Исправьте это (права пользователя, схема) и запустите copy снова: перенос продолжится.",
        "The database server {0} refused: {1}. Put that right (rights of the user, schema) and run copy again: it goes on where it stopped.");

    public static readonly Text NotEqual = new(
        "Перенесённое в {0} не совпадает с исходным: таблица {1}, строка {2}. Перенос не закончен. Удалите эту базу, создайте пустую и начните заново.",
        "What was carried over to {0} is not equal to the source: table {1}, row {2}. The copy is not finished. Drop that database, make an empty one and begin anew.");

    public static readonly Text TargetBroken = new(
        "Перенесённое в {0} не прошло проверку: {1} Перенос не закончен. Удалите эту базу, создайте пустую и начните заново.",
        "What was carried over to {0} does not verify: {1} The copy is not finished. Drop that database, make an empty one and begin anew.");

    public static readonly Text SourceInUse = new(
        "В исходную базу {0} писали во время переноса. Остановите сайт и запустите copy снова: добавится только новое.",
        "The source {0} was written to during the copy. Stop the site and run copy again: only what is new is added.");
}
