using HemC101.Tracking.Chain;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What is needed for one participant while the system is down: what to expect, numbered lines for two people, readiness until when.</summary>
internal static class DowntimeBlocks
{
    /// <summary>What fits a page beside the rest.</summary>
    private const int BlankLines = 14;

    public static IEnumerable<PaperBlock> Of(DocumentSource of)
    {
        var until = of.At + Sheet.Validity;
        return
        [
            new PaperLine(PaperStyle.Huge, T("ДЕЙСТВУЕТ ДО", "VALID UNTIL")),
            new PaperLine(PaperStyle.Huge, Clock.Show(until)),
            .. Rules.Select(rule => new PaperLine(PaperStyle.Body, T(rule))),
            Space,
            .. Expected(of),
            Space,
            .. StandingBlocks.Things(of),
            Space,
            .. StandingBlocks.Against(of),
            Space,
            .. MayStand(of),
            new PaperBreak(),
            .. Lines(of),
            .. Days(of).SelectMany(day => ReadinessBlocks.Of(of, day, until)),
        ];
    }

    private static readonly Text[] Rules =
    [
        new("Пока система работает, этим листом не пользуются.", "While the system works this sheet is not used."),
        new("На бумаге размораживание не начинают; второй пакет не выдают. Заканчивают только пакет, который уже размораживали.", "No thaw starts on paper, and no further bag is issued. Only a bag that was thawing already is finished."),
        new("Каждую строку делают и подписывают двое. Запреты, наложенные позже этого времени, здесь не видны: позвоните ОК (QA), тел. ______________.", "Two people do and sign each line. Holds placed later than this do not stand here: call QA, phone ______________."),
        new("После простоя лист вносит третий человек: цепочка → «Внести с бумажного листа», номер этого листа. Каждый подтверждает свою строку.", "Afterwards a third person enters it: chain → “Enter from a paper sheet”, number of this sheet. Each confirms their own line."),
    ];

    private static IEnumerable<PaperBlock> Expected(DocumentSource of)
    {
        var chain = of.Chain;
        yield return Heading("Что должно совпасть", "What must agree");
        yield return Facts(
            (T("Участник", "Participant"), $"{chain.Subject}"),
            (T("CoI, как его вносят", "CoI, as it is entered"), $"{chain.Coi}"),
            (T("Браслет", "Wristband"), $"{chain.Patient} / {chain.BandInstance:00}"),
            (T("ФИО и дата рождения", "Name and birth date"), T("со слов участника и на браслете; на этом листе их нет", "as the participant states them and on the wristband; not on this sheet")));
    }

    /// <summary>As a step from paper would be due now, gates left aside.</summary>
    private static IEnumerable<PaperBlock> MayStand(DocumentSource of)
    {
        var facts = new Facts { Chain = of.Chain, Settings = of.Settings, Book = of.Book, Now = of.At };
        var due = BackEntry.All.Select(step => (step.Name, Targets: BackEntry.Due(step, facts).ToList())).Where(step => step.Targets.Count > 0)
            .Select(step => string.Join(", ", step.Targets.Where(target => target.Length > 0).Prepend(T(step.Name)))).ToList();
        yield return Heading("Что сейчас может стоять на листе", "What may stand on the sheet now");
        yield return new PaperLine(PaperStyle.Small, due.Count == 0 ? "–" : string.Join("; ", due));
    }

    private static IEnumerable<PaperBlock> Lines(DocumentSource of)
    {
        yield return new PaperLine(PaperStyle.Heading, T($"Строки листа № {of.Sheet?.Serial} · участник {of.Chain.Subject}", $"Lines of sheet no. {of.Sheet?.Serial} · participant {of.Chain.Subject}"));
        yield return ToFill(
            [("№", 2), (T("Дата, время", "Date, time"), 7), (T("Шаг; что сверено: CoI, пакет, ДЕНЬ, номера", "Step; what was compared: CoI, bag, DAY, numbers"), 16), (T("Выполнил(а): код, подпись", "Performed by: number, signature"), 9), (T("Проверил(а): код, подпись", "Verified by: number, signature"), 9)],
            Enumerable.Range(1, BlankLines).Select(line => new[] { Number(line) }));
    }

    /// <summary>Doses that are not in yet.</summary>
    private static IEnumerable<int> Days(DocumentSource of) => of.Chain.HasDoses ? Enumerable.Range(1, 2).Where(day => of.Chain.DoseOf(day).Any(bag => !bag.IsTerminal)) : [];
}
