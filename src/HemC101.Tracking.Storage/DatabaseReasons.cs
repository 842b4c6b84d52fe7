namespace HemC101.Tracking.Storage;

/// <summary>Why a database cannot be used as it is, and what the operator does about it.</summary>
internal static class DatabaseReasons
{
    public static Text NoAddress { get; } = new(
        "Строка подключения к PostgreSQL не читается или в ней нет сервера (Host) и базы (Database). Исправьте настройку Database:ConnectionString.",
        "The PostgreSQL connection string cannot be read, or names no Host and Database. Correct the setting Database:ConnectionString.");

    public static Text Damaged { get; } = new(
        "Файл базы данных {0} повреждён. Остановите работу по системе, перейдите на бумажные листы "
        + "и восстановите последнюю резервную копию.",
        "The database file {0} is damaged. Stop working with the system, go over to the paper sheets and restore the last backup.");

    public static Text Altered { get; } = new(
        "Запись {0} в журнале {1} не та, что была сделана. Остановите работу по системе, перейдите на бумажные листы, сохраните копию базы и сообщите "
        + "службе качества; команда verify найдёт все изменения.",
        "Entry {0} in the journal {1} is not the one that was made. Stop working with the system, go over to the paper sheets, keep a copy of the database "
        + "and tell quality assurance; the command verify finds what was changed.");

    public static Text Unreachable { get; } = new(
        "Файл базы данных {0} не открывается. Проверьте, что папка существует и что у службы есть право записи в неё.",
        "The database file {0} cannot be opened. Check that its folder exists and that the service may write there.");

    public static Text NoServer { get; } = new(
        "Сервер базы данных {0} не отвечает или не впускает. Проверьте, что PostgreSQL запущен, база создана, а имя и пароль верны.",
        "The database server {0} does not answer or lets nobody in. Check that PostgreSQL runs, that the database is made, and that name and password are right.");

    public static Text Late { get; } = new(
        "Сервер базы данных {0} не ответил вовремя: занят или его держит другой узел, который завис. Ничего не записано; повторите через полминуты.",
        "The database server {0} did not answer in time: it is busy, or another node that hangs is holding it. Nothing was recorded; try again in half a minute.");

    public static Text Newer { get; } = new(
        "База данных создана более новой версией программы ({0}). Установите эту или более новую версию; данные не изменены.",
        "The database was made by a newer version of the program ({0}). Install that version or a later one; no data was changed.");

    public static Text Failed { get; } = new(
        "Не удалось обновить структуру базы данных на шаге {0}. Данные не изменены; сообщите разработчику.",
        "The database could not be brought up to date at step {0}. No data was changed; tell the developer.");

    public static Text NotUtf8 { get; } = new(
        "База данных {0} хранит текст в кодировке {1}. Создайте её заново: create database … encoding 'UTF8' template template0; данные не изменены.",
        "The database {0} keeps text in {1}. Make it anew: create database … encoding 'UTF8' template template0; no data was changed.");

    public static Text NotDurable { get; } = new(
        "На сервере базы данных {0} выключено {1}: после сбоя питания записанное может пропасть. Включите этот параметр PostgreSQL и запустите снова.",
        "On the database server {0} the setting {1} is off: after a power failure what was recorded may be lost. Switch it on in PostgreSQL and start again.");

    public static Text Standby { get; } = new(
        "Сервер базы данных {0} – резервный и только читает. Укажите основной сервер или оба и Target Session Attributes=primary.",
        "The database server {0} is a standby and only reads. Name the primary, or both and Target Session Attributes=primary.");

    public static Text TooOld { get; } = new(
        "PostgreSQL {1} на сервере {0} слишком стар. Нужна версия {2} или новее.",
        "PostgreSQL {1} on the server {0} is too old. Version {2} or later is needed.");

    public static Text Unfinished { get; } = new(
        "Перенос сайта в базу данных {0} не закончен. Запустите copy ещё раз с теми же --from и --to; до его конца работайте на прежней базе.",
        "The copy of the site to the database {0} is not finished. Run copy again with the same --from and --to; until it ends work on the old one.");

    public static Text Moved { get; } = new(
        "Сайт из файла {0} перенесён на сервер {1} и работает там; здесь больше ничего не записывается. Запускайте его с --Database:Provider=Postgres.",
        "The site in the file {0} was moved to the server {1} and works there; nothing is recorded here any more. Start it with --Database:Provider=Postgres.");

    public static Text MovedAway { get; } = new(
        "Сайт перенесён на сервер базы данных, файл {0} больше ничего не принимает. Ничего не записано. Откройте новый адрес; сообщите администратору.",
        "The site was moved to a database server, and the file {0} takes nothing more. Nothing was recorded. Open the new address; tell the administrator.");

    public static Text Crowded { get; } = new(
        "Слишком много записей одновременно, эта не принята. Ничего не записано. Повторите через минуту; если не проходит, сообщите администратору.",
        "Too many are writing at once, and this one was not taken. Nothing was recorded. Try again in a minute; if it does not pass, tell the administrator.");

    public static Text Closing { get; } = new(
        "Система останавливается и больше ничего не принимает. Ничего не записано. Повторите после запуска.",
        "The system is being stopped and takes nothing more. Nothing was recorded. Try again when it is back.");

    public static Text TakenBack { get; } = new(
        "Сбой записи в базу данных; вместе с ним отменена и эта запись. Ничего не записано. Повторите; если не проходит, сообщите администратору.",
        "A write to the database failed and took this one with it. Nothing was recorded. Try again; if it does not pass, tell the administrator.");

    public static Text Locked { get; } = new(
        "Файл базы данных {0} занят другой программой. Ничего не записано. Закройте её (второй экземпляр системы, просмотр базы) и повторите.",
        "The database file {0} is held by another program. Nothing was recorded. Close it (a second copy of the system, a viewer) and try again.");

    public static Text ReadOnly { get; } = new(
        "Файл базы данных {0} доступен только для чтения. Ничего не записано. Дайте службе право записи в файл и его папку.",
        "The database file {0} can only be read. Nothing was recorded. Let the service write to the file and its folder.");

    public static Text DiskFull { get; } = new(
        "На диске с файлом базы данных {0} нет места. Ничего не записано. Освободите место; перезапуск не нужен. До того работайте на бумажных листах.",
        "The disk of the database file {0} is full. Nothing was recorded. Make room; no restart is needed. Until then work on the paper sheets.");

    public static Text DiskFails { get; } = new(
        "Диск с файлом базы данных {0} отвечает ошибкой. Ничего не записано. Перейдите на бумажные листы и вызовите администратора.",
        "The disk of the database file {0} answers with an error. Nothing was recorded. Go over to the paper sheets and call the administrator.");

    public static Text ServerDiskFull { get; } = new(
        "На диске сервера базы данных {0} нет места. Ничего не записано. Освободите место на сервере; до того работайте на бумажных листах.",
        "The disk of the database server {0} is full. Nothing was recorded. Make room on the server; until then work on the paper sheets.");

    public static Text ServerDamaged { get; } = new(
        "База данных {0} повреждена. Остановите работу по системе, перейдите на бумажные листы и восстановите последнюю резервную копию.",
        "The database {0} is damaged. Stop working with the system, go over to the paper sheets and restore the last backup.");

    public static Text Unsure { get; } = new(
        "Связь с сервером базы данных {0} прервалась на последнем шаге записи. Откройте цепочку и проверьте, что записано, прежде чем повторять.",
        "The connection to the database server {0} broke at the last step of recording. Open the chain and see what is recorded before you repeat.");

    public static Text OneCopy { get; } = new(
        "Резервный сервер базы данных {0} не подтвердил запись: она есть пока только на основном. Сообщите администратору (deploy/postgres/alone.sh). Откройте цепочку и "
        + "проверьте, что записано, прежде чем повторять.",
        "The standby of the database {0} did not confirm what was recorded: so far it is on the primary alone. Tell the administrator (deploy/postgres/alone.sh). Open the "
        + "chain and see what is recorded before you repeat.");
}
