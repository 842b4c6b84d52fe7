using System.Collections.Frozen;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using static HemC101.Tracking.Alarms.AlarmGroup;
using static HemC101.Tracking.People.Role;
using static HemC101.Tracking.Steps.Station;

namespace HemC101.Tracking.Alarms;

/// <summary>Every kind of alarm, whom it concerns and what it says.</summary>
public static class AlarmBook
{
    private static readonly Role[] Ward = [WardNurse, Investigator];
    private static readonly Role[] Store = [Cryostore, Courier];
    private static readonly Role[] Assurance = [QualityAssurance, QualifiedPerson];

    private static readonly FrozenDictionary<AlarmKind, AlarmRule> Rules = new Dictionary<AlarmKind, AlarmRule>
    {
        [AlarmKind.IssuedUnverified] = new(
            new("Пакет выдан и до сих пор не сверен у постели. Узнайте, где он, и продолжите или верните его.",
                "The bag was issued and is still not verified at the bed. Find out where it is, and go on or return it."),
            [Medical, ColdChain], Of(Ward, Store), In(Station.Ward, CellStore, Transport)),
        [AlarmKind.CollectionOverdue] = new(
            new("Собранные клетки в пути дольше, чем можно. Свяжитесь с курьером; лаборатория примет их в карантин.",
                "The collected cells are on their way longer than allowed. Call the courier; the laboratory receives them into quarantine."),
            [ColdChain, AlarmGroup.Quality], Of([Courier, ApheresisNurse, ApheresisPhysician, LabOperator], Assurance), In(Transport, Laboratory, Apheresis)),
        [AlarmKind.BagOverdue] = new(
            new("Пакет в пути дольше, чем можно. Свяжитесь с курьером; принятый позже, он ждёт решения ОК (QA).",
                "The bag is on its way longer than allowed. Call the courier; received later, it waits for QA."),
            [ColdChain, Medical], Of(Ward, Store), In(Transport, CellStore, Station.Ward)),
        [AlarmKind.Thaw] = new(
            new("Идёт размораживание. Закончите его до указанного времени.", "The thaw is running. End it before the time shown."),
            [Medical], Of(Ward), In(Station.Ward))
        {
            SaysUrgent = new("Размораживание длится дольше, чем можно. Закончите его сейчас.", "The thaw takes longer than allowed. End it now."),
        },
        [AlarmKind.StartAfterThaw] = new(
            new("Пакет разморожен. Начните введение до указанного времени.", "The bag is thawed. Start the infusion before the time shown."),
            [Medical], Of(Ward), In(Station.Ward))
        {
            SaysUrgent = new(
                "Время начать введение после размораживания кончается или вышло. Начните его в срок; после срока пакет не вводят.",
                "The time to start after the thaw is ending or over. Start within it; after it the bag is not infused."),
        },
        [AlarmKind.ReadinessEnds] = new(
            new("Допуск участника к дозе кончается. Исследователь подписывает новый.", "The participant's readiness for the dose is ending. The investigator signs a new one."),
            [Medical], Of(Ward), In(Station.Ward))
        {
            SaysUrgent = new(
                "Пакет уже выдан, а допуск участника к дозе кончается или вышел. Исследователь осматривает участника и подписывает новый.",
                "The bag is out, and readiness for the dose is ending or over. The investigator sees the participant and signs a new one."),
        },
        [AlarmKind.BagExpires] = new(
            new("Срок годности пакета кончается. Решите, когда его вводить.", "The bag is about to expire. Decide when it is given."),
            [AlarmGroup.Quality], Of([Cryostore], Assurance), In(CellStore, Station.Quality))
        {
            SaysUrgent = new("Срок годности пакета вышел. Запишите это и уберите его из обращения.", "The bag has expired. Record it and take it out of use."),
        },
        [AlarmKind.ReleaseBlocked] = new(
            new("Запрет или критическое отклонение не даёт выпустить серию. Оцените и снимите его или забракуйте серию.",
                "A hold or a critical deviation keeps the batch from release. Assess it and lift it, or reject the batch."),
            [AlarmGroup.Quality], Of(Assurance), In(Station.Quality)),
        [AlarmKind.Day2Undecided] = new(
            new("Прошла половина окна Дня 2, а решения вводить нет. Назначьте следующую оценку.", "Half of the Day 2 window is gone without a GO. Plan the next assessment."),
            [Medical], Of(Ward), In(Station.Ward))
        {
            SaysUrgent = new(
                "Окно Дня 2 кончается или вышло, а решения нет. Оцените участника сейчас; после окна доза не вводится.",
                "The Day 2 window is ending or over without a decision. Assess the participant now; after it the dose is not given."),
        },
        [AlarmKind.ActUnconfirmed] = new(
            new("Кто остановил или закончил введение, не подтверждено больше суток. Подтвердите вдвоём.",
                "Who stopped or ended an infusion has not been confirmed for more than a day. Two people confirm it."),
            [AlarmGroup.Quality], Of(Assurance), In(Station.Quality)),
        [AlarmKind.SterilityPositive] = new(
            new("РОСТ МИКРООРГАНИЗМОВ в испытании стерильности. Не вводите оставшееся; осмотрите участника, если доза введена.",
                "MICROBIAL GROWTH in a sterility test. Give nothing that is left; assess the participant if a dose was given."),
            [Medical, AlarmGroup.Quality], Of([.. Ward, QualityControl], Assurance), In(Station.Quality, Station.Ward)),
        [AlarmKind.TestFailedLate] = new(
            new("Испытание серии не пройдено после выпуска или на этапе 2. Не вводите оставшееся; осмотрите участника, если доза введена.",
                "A test of the batch failed after release or in stage 2. Give nothing that is left; assess the participant if a dose was given."),
            [Medical, AlarmGroup.Quality], Of([.. Ward, QualityControl], Assurance), In(Station.Quality, Station.Ward)),
        [AlarmKind.GoRevoked] = new(
            new("Допуск к дозе отозван. Не выдавайте, не размораживайте и не вводите её.", "The GO for the dose was revoked. Do not issue, thaw or infuse it."),
            [Medical, ColdChain], Of(Ward, Store), In(Station.Ward, CellStore, Transport)),
        [AlarmKind.IssuedBagRecalled] = new(
            new("Выданный пакет отозван. Не вводите его; верните или отложите.", "An issued bag was recalled. Do not infuse it; return it or set it aside."),
            [Medical, AlarmGroup.Quality], Of([.. Ward, .. Store], Assurance), In(Station.Ward, CellStore, Transport, Station.Quality)),
        [AlarmKind.IssuedBagHeld] = new(
            new("На выданный пакет наложен запрет. Не продвигайте его дальше, пока запрет не снят.", "An issued bag was put on hold. Do not go on with it until the hold is released."),
            [Medical, AlarmGroup.Quality], Of([.. Ward, .. Store], Assurance), In(Station.Ward, CellStore, Transport, Station.Quality)),
        [AlarmKind.ConditionsExceeded] = new(
            new("Нарушены условия хранения или перевозки (температура, пломба, логгер, время). Пакет или сбор ждёт решения ОК (QA).",
                "Storage or transport conditions were exceeded (temperature, seal, logger, time). The bag or collection waits for QA."),
            [AlarmGroup.Quality, ColdChain], Of([.. Store, LabOperator], Assurance), In(Station.Quality, CellStore, Laboratory, Transport)),
        [AlarmKind.IdentityMismatch] = new(
            new("НЕСОВПАДЕНИЕ ЛИЧНОСТИ: отсканирована этикетка другого участника. Остановитесь; ОК (QA) расследует.",
                "IDENTITY MISMATCH: another participant's label was scanned. Stop; QA investigates."),
            [AlarmGroup.Quality, Medical], Of(Ward, Assurance), In(Station.Quality, Station.Ward)),
        [AlarmKind.GivenRecalled] = new(
            new("Отозвано то, с чем сделана уже введённая доза. Осмотрите участника и запишите вывод.",
                "Something was recalled that a dose already given was made with. Assess the participant and record the conclusion."),
            [Medical, AlarmGroup.Quality], Of(Ward, Assurance), In(Station.Ward, Station.Quality)),
        [AlarmKind.LotRecalled] = new(
            new("Отозваны серия материала или вещь, с которыми сделаны клетки этого участника. Всё, что ещё можно остановить, под запретом; какие пакеты – на странице цепочки. ОК (QA) решает.",
                "A lot or a thing that this participant's cells were made with was recalled. All that can still be stopped is on hold; the chain's page names the bags. QA decides."),
            [AlarmGroup.Quality, ColdChain], Of([.. Store, LabOperator, Investigator], Assurance), In(Station.Quality, CellStore, Laboratory)),
        [AlarmKind.StudyHeld] = new(
            new("ИССЛЕДОВАНИЕ ПРИОСТАНОВЛЕНО. Никого не включайте, ничего не выдавайте и не размораживайте; начатое введение заканчивает врач. Причина – на странице «Запрет на исследование».",
                "THE STUDY IS ON HOLD. Enrol nobody, issue and thaw nothing; an infusion that runs is the physician's to end. The page “Study hold” says why."),
            [Medical, AlarmGroup.Quality, ColdChain], Of([.. Ward, .. Store, LabOperator, ApheresisNurse, ApheresisPhysician, Coordinator], Assurance), In(Station.Quality, Station.Ward, CellStore, Laboratory, Apheresis, Transport)),
        [AlarmKind.WhereaboutsUnknown] = new(
            new("Пакет или сбор утрачен, ошибся дорогой или не сошёлся при пересчёте. Найдите его; до решения ОК (QA) он не применяется.",
                "A bag or collection is lost, went astray or does not agree with a count. Find it; it is not used until QA has decided."),
            [ColdChain, AlarmGroup.Quality], Of([.. Store, LabOperator, Investigator], Assurance), In(CellStore, Transport, Laboratory, Station.Quality, Station.Ward)),
    }.ToFrozenDictionary();

    public static AlarmRule Of(AlarmKind kind) => Rules[kind];

    private static FrozenSet<Role> Of(params Role[][] roles) => roles.SelectMany(each => each).ToFrozenSet();

    private static FrozenSet<Station> In(params Station[] stations) => stations.ToFrozenSet();
}
