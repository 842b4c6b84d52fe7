using System.Globalization;

namespace HemC101.Tracking.Steps;

/// <summary>What is said of an entry from paper.</summary>
internal static class BackEntryReasons
{
    public static Refusal NotOnPaper { get; } = new("not-on-paper", new(
        "На бумаге заканчивают только пакет, который уже размораживали. Этот шаг делают в системе.",
        "On paper only a bag that was thawing already is finished. Take this step in the system."));

    public static Refusal OwnLine { get; } = new("paper-own-line", new(
        "Лист вносит третий человек: не тот, кто подписал в нём строку или сверял этот пакет. Попросите коллегу.",
        "A third person enters the sheet: not one who signed a line of it or verified this bag. Ask a colleague."));

    public static Refusal OtherThing { get; } = new("paper-other-thing", new(
        "На листе другой участник или другая доза, чем на этой странице. Проверьте CoI и дозу на листе и откройте их цепочку.",
        "The sheet names another participant or another dose than this page. Check CoI and dose on the sheet, and open their chain."));

    public static Refusal TooEarly { get; } = new("paper-too-early", new(
        "Время на листе раньше, чем цепочка, размораживание или начало введения. Проверьте дату и время.",
        "The time on the sheet is before the chain, the thaw or the start of the infusion. Check date and time."));

    public static Refusal OtherPicture { get; } = new("paper-other-picture", new(
        "Этот снимок уже приложен к листу с другим номером. Приложите снимок этого листа.",
        "This picture belongs to a sheet of another number. Attach the picture of this sheet."));

    public static Refusal BeforeSheet { get; } = new("paper-before-sheet", new(
        "Время строки раньше, чем напечатан этот лист. Проверьте номер листа, дату и время.",
        "The time of the line is before this sheet was printed. Check the number of the sheet, date and time."));

    public static Refusal OldPack { get; } = new("paper-old-pack", new(
        "Комплект на случай простоя действует 24 часа; эта строка записана на нём позже.",
        "A downtime pack is valid for 24 hours; this line was written on it later."));

    public static Refusal NoSuchSheet(string number) => new("paper-no-such-sheet", new(
        $"Лист {number} для этого участника не печатали. Проверьте номер на листе и откройте цепочку того, чей это лист.",
        $"No sheet {number} was printed for this participant. Check the number on the sheet, and open the chain that it belongs to."));

    public static Refusal SystemWasUp { get; } = new("paper-system-up", new(
        "В это время или вскоре после него система работала: в ней есть записи. Для бумаги должна быть причина.",
        "At that time, or soon after, the system was working: it has records. There must be a reason for paper."));

    public static Refusal Final { get; } = new("paper-final", new(
        "Этот шаг необратим. Внесённый с бумаги, он ждёт решения ОК.", "This step cannot be undone. Entered from paper, it waits for QA to decide."));

    public static Refusal HasLeft(string name) => new("paper-account-closed", new(
        $"{name}: учётная запись закрыта, подтвердить строку этот человек не сможет.", $"{name}: the account is closed, and this person will not be able to confirm the line."));

    public static Refusal NotTicked(Text label) => new("paper-not-confirmed", new(
        $"На листе не подтверждено: «{label.Ru}».", $"Not confirmed on the sheet: {label.En}."));

    public static Refusal Future { get; } = new("paper-future", new(
        "Время на листе ещё не наступило. Проверьте дату и время.", "The time on the sheet has not come yet. Check date and time."));

    public static Refusal Late { get; } = new("paper-late", new(
        "Лист вносят в течение 24 часов; эта строка старше.", "A sheet is entered within 24 hours; this line is older."));

    public static Refusal OutOfOrder { get; } = new("paper-order", new(
        "В цепочке уже есть запись о более позднем времени. Вносите строки по порядку времени.",
        "The chain already has an entry of a later time. Enter the lines in the order of time."));

    public static Refusal SayAsWritten { get; } = new(BackEntry.AsksAsWritten, new(
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
