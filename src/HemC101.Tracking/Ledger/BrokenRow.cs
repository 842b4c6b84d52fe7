namespace HemC101.Tracking.Ledger;

/// <summary>
/// The first thing that does not fit. No position: only the head of a stream shows the flaw. No stream and version: the entry is gone and
/// nothing tells whose it was.
/// </summary>
public sealed record BrokenRow(long? Position, string? Stream, long? Version, Flaw Flaw)
{
    public Text Text => Template.With(Position?.ToString("D", null) ?? "?", Stream ?? "?", Version?.ToString("D", null) ?? "?");

    private Text Template => Flaw switch
    {
        Flaw.Changed => new(
            "Запись {0} (поток {1}, версия {2}) изменена: её хеш не сходится.",
            "Entry {0} (stream {1}, version {2}) was changed: its hash does not agree."),
        Flaw.PositionGap => new("Записи {0} нет в журнале.", "Entry {0} is missing from the ledger."),
        Flaw.MissingVersion => new("В потоке {1} нет версии {2}.", "Stream {1} has no version {2}."),
        Flaw.OutOfOrder => new(
            "Запись {0}: версия {2} потока {1} стоит не на своём месте.",
            "Entry {0}: version {2} of stream {1} is out of order."),
        Flaw.ChainBroken => new(
            "Запись {0} (поток {1}, версия {2}) не продолжает предыдущую: цепочка хешей разорвана.",
            "Entry {0} (stream {1}, version {2}) does not continue the one before: the hash chain is broken."),
        Flaw.CutOff => new("Конец потока {1} удалён: нет версии {2}.", "The end of stream {1} was cut off: version {2} is gone."),
        Flaw.BeyondHead => new(
            "Запись {0} (поток {1}, версия {2}) добавлена в обход системы.",
            "Entry {0} (stream {1}, version {2}) was added behind the system's back."),
        Flaw.HeadChanged => new(
            "Отметка о последней записи потока {1} изменена или удалена.",
            "The record of the last entry of stream {1} was changed or removed."),
    };
}
