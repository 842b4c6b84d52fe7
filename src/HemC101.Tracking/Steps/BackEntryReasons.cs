using System.Globalization;

namespace HemC101.Tracking.Steps;

/// <summary>What is said of an entry from paper.</summary>
internal static class BackEntryReasons
{
    public static Refusal NotOnPaper { get; } = new("not-on-paper", new(
        "На бумаге заканчивают только пакет, который уже размораживали. Этот шаг делают в системе.",
        "On paper only a bag that was thawing already is finished. Take this step in the system."));

    public static Refusal OwnLine { get; } = new("paper-own-line", new(
        "Лист вносит третий человек: тот, кто выполнял или проверял эту строку, её не вносит. Попросите коллегу.",
        "A third person enters the sheet: whoever performed or verified this line does not enter it. Ask a colleague."));

    public static Refusal Future { get; } = new("paper-future", new(
        "Время на листе ещё не наступило. Проверьте дату и время.", "The time on the sheet has not come yet. Check date and time."));

    public static Refusal Late { get; } = new("paper-late", new(
        "Лист вносят в течение 24 часов; эта строка старше.", "A sheet is entered within 24 hours; this line is older."));

    public static Refusal OutOfOrder { get; } = new("paper-order", new(
        "В цепочке уже есть запись о более позднем времени. Вносите строки по порядку времени.",
        "The chain already has an entry of a later time. Enter the lines in the order of time."));

    public static Refusal SayAsWritten { get; } = new("paper-as-written", new(
        "Ничего не внесено. Сверьте запись с листом. Если на листе именно так, отметьте это внизу и отправьте ещё раз: запись останется, а цепочка будет остановлена до решения ОК.",
        "Nothing was entered. Compare the entry with the sheet. If the sheet says exactly this, tick it below and send again: the entry stays, and the chain is held until QA decides."));

    public static Refusal LineEntered(string sheet, decimal line)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        return new("paper-line-entered", new(
            $"Строка {number} листа {sheet} уже внесена. Проверьте номер строки.", $"Line {number} of sheet {sheet} was entered before. Check the number of the line."));
    }

    public static Refusal NobodyOf(string number) => new("paper-nobody", new(
        $"Сотрудника с кодом {number} нет. Сверьте код с бейджем: 11 знаков, без контрольного символа.",
        $"There is nobody with the staff number {number}. Compare it with the badge: 11 characters, without the check character."));
}
