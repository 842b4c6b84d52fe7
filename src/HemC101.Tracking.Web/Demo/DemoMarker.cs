using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Demo;

/// <summary>A demonstration database says so in its own ledger, so that it is never taken for a real one, nor a real one for it.</summary>
public static class DemoMarker
{
    private const string Stream = "demo";

    public static Text NotADemo { get; } = new(
        "Эта база данных создана не командой --demo. Демонстрация в ней не запускается, файл не изменён. Укажите другую папку: --Data:Directory=<папка>.",
        "This database was not made by --demo. No demonstration starts in it, and the file is unchanged. Name another folder: --Data:Directory=<folder>.");

    public static Text OnlyADemo { get; } = new(
        "Это демонстрационная база данных. Запустите её с ключом --demo или укажите рабочую: --Data:Directory=<папка>.",
        "This is a demonstration database. Start it with --demo, or name the real one: --Data:Directory=<folder>.");

    public static Text Unfinished { get; } = new(
        "Прошлый запуск прервал заполнение этой демонстрации. Удалите её папку и запустите снова.",
        "An earlier start was interrupted while it filled this demonstration. Delete its folder and start again.");

    public static Task WriteAsync(Database database, DateTimeOffset at, CancellationToken ct) => AppendAsync(database, 0, "DemoCreated", at, ct);

    public static Task FinishAsync(Database database, DateTimeOffset at, CancellationToken ct) => AppendAsync(database, 1, "DemoFilled", at, ct);

    /// <summary>When the visitors' part of the story begins; null before the past was played to its end.</summary>
    public static async Task<DateTimeOffset?> FilledAtAsync(Source source, CancellationToken ct) =>
        await EventLedger.ReadStreamAsync(source, Stream, ct) is [_, var filled] ? filled.RecordedAt : null;

    /// <summary>Asked before anything else touches the database: a stranger's database is neither migrated nor written to.</summary>
    /// <returns>Why this database may not be opened this way; null when it may, or when there is none yet.</returns>
    public static async Task<Text?> RefusalAsync(DatabaseAddress address, bool asDemo, CancellationToken ct)
    {
        if (!await LedgerGlance.ExistsAsync(address, ct))
        {
            return null;
        }

        var marks = await LedgerGlance.CountAsync(address, Stream, ct) ?? 0;
        return (asDemo, marks) switch
        {
            (true, 0) => NotADemo,
            (true, 1) => Unfinished,
            (false, > 0) => OnlyADemo,
            _ => null,
        };
    }

    private static async Task AppendAsync(Database database, int version, string type, DateTimeOffset at, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.AppendAsync(uow, Stream, version, at, [new NewEntry(type, 1, at, "demo", "demo", "{}")], ct);
        await uow.CommitAsync(ct);
    }
}
