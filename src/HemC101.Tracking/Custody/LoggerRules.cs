using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Custody;

/// <summary>The import of a logger's file: who does it, when it is refused, and what it leaves in each chain.</summary>
public static class LoggerRules
{
    public const string StepId = "logger.import";

    public static IReadOnlyList<SignatureDemand> Signatures { get; } =
    [
        new(Meaning.Performed, Role.Cryostore, Role.Courier, Role.LabOperator, Role.ApheresisNurse, Role.WardNurse, Role.QualityAssurance),
    ];

    public static Refusal NothingChosen { get; } = new("logger-nothing-chosen", new(
        "Выберите перевозку или хотя бы одну позицию, к которым относится файл.", "Choose the leg, or at least one position, that the file is about."));

    public static Refusal NoFile { get; } = new("logger-no-file", new("Приложите файл логгера (CSV).", "Attach the logger's file (CSV)."));

    public static Refusal InFuture { get; } = new("logger-future", new(
        "В файле есть показания из будущего: часы логгера спешат или время не московское. Ничего не записано. Исправьте выгрузку.",
        "The file holds readings from the future: the logger's clock is fast, or its time is not Moscow's. Nothing was recorded. Correct the export."));

    public static Refusal NoOverlap { get; } = new("logger-no-overlap", new(
        "Ни одно показание не попадает во время этой перевозки или хранения. Ничего не записано. Возьмите файл за нужное время.",
        "No reading lies within the time of this leg or storage. Nothing was recorded. Take the file of the right time."));

    public static Refusal ImportedBefore { get; } = new("logger-imported", new(
        "Этот файл для этих контейнеров уже внесён. Повторно вносить не нужно.", "This file was entered for these containers already. It need not be entered again."));

    public static Refusal TooLarge { get; } = Unreadable(new(0, LoggerReasons.TooLarge));

    /// <summary>A file that could not be read, with its line.</summary>
    public static Refusal Unreadable(LoggerRead.Bad bad)
    {
        ArgumentNullException.ThrowIfNull(bad);
        return new("logger-unreadable", bad.Line == 0
            ? new($"Файл не принят: {bad.Reason.Ru}", $"The file was refused: {bad.Reason.En}")
            : new($"Файл не принят, строка {bad.Line}: {bad.Reason.Ru}", $"The file was refused, line {bad.Line}: {bad.Reason.En}"));
    }

    /// <summary>Of a stay that has no reading, or had this file already, nothing is left to say.</summary>
    public static Exposure? Wanted(ChainState chain, Stay stay, LoggerFile file, StudySettings settings, DateTimeOffset now) =>
        IsKnown(chain, stay, file.Hash) ? null : Exposure.Of(stay, file, settings, now);

    public static bool IsKnown(ChainState chain, Stay stay, Digest file)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(stay);
        return chain.Past.Any(entry => entry.What is TemperatureLogged logged && logged.Of == stay.Of && logged.Stay == stay.Version && logged.File == file.ToString());
    }

    /// <summary>What was logged stands in the chain; what was too warm or too cold is held in the same moment.</summary>
    public static IEnumerable<ChainEvent> Events(ChainState chain, IEnumerable<(Stay Stay, Exposure Exposure)> found, Digest file)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(found);
        var number = chain.HoldsEverPlaced;
        foreach (var (stay, exposure) in found)
        {
            yield return new TemperatureLogged(
                stay.Of, stay.Where, stay.Version, file.ToString(), exposure.MinC, exposure.MaxC, exposure.From, exposure.Until,
                exposure.GapMinutes, exposure.OutsideFrom, exposure.OutsideUntil);
            if (exposure.IsExcursion && Held(chain, stay) is var (of, stops))
            {
                yield return new HoldPlaced(++number, of, Hold.Temperature, stops);
            }
        }
    }

    /// <summary>
    /// A collection that went into a batch is held as the batch: what is made of it. One that did not is not opened before quality assurance
    /// has decided; cells in culture go on, since a stop would end them. What was given or destroyed nobody can hold.
    /// </summary>
    private static (string Of, bool StopsManufacture)? Held(ChainState chain, Stay stay)
    {
        if (!stay.IsCollection)
        {
            return chain.Bags.Find(bag => bag.Id.ToString() == stay.Of) is { IsTerminal: false } ? (stay.Of, false) : null;
        }

        return chain.Collections.Find(item => item.Donation.ToString() == stay.Of)?.State switch
        {
            CollectionState.Used => chain.Batches.FindLast(batch => batch.Donation.ToString() == stay.Of) is { } batch ? (batch.Number.ToString(), false) : null,
            CollectionState.Rejected or CollectionState.Aborted or null => null,
            _ => (stay.Of, true),
        };
    }
}
