using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>The questions before a dose: asked at retrieval, at clearance, at the thaw, at verification and again at the start.</summary>
internal static class WardGates
{
    public static readonly Gate Released = new(
        "not-released", "Серия не выпущена. Пакет нельзя готовить к введению.", "The batch is not released. The bag may not be prepared.",
        facts => facts.Batch?.MayBeGiven == true);

    public static readonly Gate NoFailedTest = new(
        "failed-test", "Испытание серии не пройдено. Не вводить. Вызовите исследователя и ОК (QA).",
        "A test of the batch has failed. Do not infuse. Call the investigator and QA.", facts => facts.Batch is { HasFailedTest: false });

    public static readonly Gate InDate = new(
        "bag-expired", "Срок годности пакета истёк. Не вводить. Вызовите криохранилище и ОК.",
        "The bag has expired. Do not infuse. Call the cell store and QA.", facts => facts.Bag is { } bag && bag.ExpiresAt > facts.Now);

    public static readonly Gate Lymphodepleted = new(
        "lymphodepletion-window", "Лимфодеплеция не завершена или окно введения не открыто. Спросите исследователя.",
        "Lymphodepletion is not complete, or its window is not open. Ask the investigator.",
        facts => facts.Chain.LymphodepletionLastDoseAt is { } last
            && facts.Since(last) >= TimeSpan.FromDays(facts.Settings.LymphodepletionMinDays)
            && facts.Since(last) <= TimeSpan.FromDays(facts.Settings.LymphodepletionMaxDays));

    public static readonly Gate Ready = new(
        "not-ready", "Нет действующего допуска исследователя к этой дозе. Попросите исследователя подписать его.",
        "There is no valid readiness for this dose. Ask the investigator to sign it.",
        facts => ReadinessOf(facts) is { Revoked: false } readiness && readiness.ValidUntil >= facts.Now);

    private static readonly Gate NotOverruled = new(
        "settings-changed",
        "После подписи исследователя вступила в силу срочная версия настроек: допуск и решение «ВВОДИТЬ» больше не действуют. Не размораживать. Попросите исследователя оценить участника и подписать заново.",
        "After the investigator signed, an urgent version of the settings came into force: readiness and GO hold no longer. Do not thaw. Ask the investigator to assess the participant and sign again.",
        IsSignedUnderCurrent);

    /// <summary>As a lapsed clock: it asks for fresh vitals and the signature, and discards nothing.</summary>
    private static readonly Gate SignedAnew = new(
        "settings-resign",
        "После подписи исследователя вступила в силу срочная версия настроек. Пакет не выбрасывать, время идёт: вызовите исследователя, измерьте показатели, пусть он сейчас подпишет допуск (для Дня 2 – и переносимость) заново.",
        "After the investigator signed, an urgent version of the settings came into force. Do not discard the bag, its clock runs: call the investigator, take vitals, and have readiness (for Day 2 tolerance, too) signed again now.",
        IsSignedUnderCurrent);

    public static readonly Gate Cultures = new(
        "cultures", "Посев крови положительный или не проверен. Введение невозможно. Вызовите исследователя.",
        "A blood culture is positive or was not checked. No infusion. Call the investigator.",
        facts => ReadinessOf(facts) is { Cultures: not "positive" } readiness
            && facts.Since(readiness.CulturesCheckedAt) <= TimeSpan.FromHours(facts.Settings.CultureLookBackHours));

    public static readonly Gate Day1Done = new(
        "day1-open", "Доза Дня 1 ещё не завершена. Доза Дня 2 невозможна.", "The Day 1 dose is not done. Day 2 is not possible.",
        facts => facts.Day == 1 || facts.Chain.IsDoseDone(1));

    public static readonly Gate Tolerated = new(
        "no-go", "Нет действующего решения «ВВОДИТЬ» после Дня 1. Попросите исследователя оценить переносимость.",
        "There is no valid GO after Day 1. Ask the investigator to assess tolerance.",
        facts => facts.Day == 1
            || facts.Chain.ToleranceDecision is { Decided: Tolerance.Go, ValidUntil: { } until } && until >= facts.Now);

    /// <summary>A product of one dose has no second one to assess for.</summary>
    public static readonly Gate HasDose = new(
        "no-such-dose", "Пакета этого дня нет: продукт – одна доза, или его пакет переназначен. Решать об этой дозе нечего.",
        "There is no bag of that day: the product is one dose, or its bag was re-designated. There is nothing to decide about this dose.",
        facts => facts.Chain.BagsOf(facts.Day ?? 2).Any());

    public static readonly Gate Interval = new(
        "dose-interval", "Вне окна между дозами. Дозу Дня 2 сейчас вводить нельзя. Вызовите исследователя.",
        "Outside the interval between the doses. Day 2 may not be given now. Call the investigator.",
        facts => facts.Day == 1
            || facts.Chain.InfusionStart(1) is { } day1
            && facts.Since(day1) >= TimeSpan.FromHours(facts.Settings.DoseIntervalMinHours)
            && facts.Since(day1) <= TimeSpan.FromHours(facts.Settings.DoseIntervalMaxHours));

    public static readonly Gate OneAtATime = new(
        "other-bag-open", "Другой пакет уже разморожен или вводится. Закончите его.", "Another bag is thawed or running. Finish it first.",
        facts => facts.Chain.Bags.All(bag => bag.Id == facts.Bag?.Id
            || !(bag.IsAtBed || bag.State is BagState.Infusing or BagState.Paused)));

    public static readonly Gate ThawClock = new(
        "thaw-clock", "Время после размораживания истекло. Не начинать. Вызовите исследователя.",
        "The time after the thaw has run out. Do not start. Call the investigator.",
        facts => facts.Bag is { PostThawExpiresAt: { } limit } && facts.Now <= limit);

    /// <summary>A fact stops, a lapsed clock does not: after the thaw started, readiness and GO need not still be in date.</summary>
    public static readonly Gate NotRevoked = new(
        "revoked", "Решение о введении отозвано или посев стал положительным. Не вводить. Вызовите исследователя.",
        "The decision was revoked, or a culture turned positive. Do not infuse. Call the investigator.",
        facts => ReadinessOf(facts) is { Revoked: false, Cultures: not "positive" }
            && (facts.Day == 1 || facts.Chain.ToleranceDecision is { Decided: Tolerance.Go }));

    /// <summary>Before a release and before a thaw only: afterwards no paper may cost the dose.</summary>
    public static readonly Gate ActsConfirmed = new(
        "unconfirmed-act",
        "Не подтверждено, кто выполнил шаг этого курса. Подтвердите его (список «Мои задачи») или попросите ОК (QA) решить; страница цепочки показывает, кого ждут.",
        "It is not confirmed who took a step of this course. Confirm it (list “My work”), or ask QA to settle it; the chain's page shows who is waited for.",
        facts => facts.Chain.SafetyActs.IsEmpty);

    public static readonly IReadOnlyList<Gate> InsideWindow = [Released, NoFailedTest, InDate, Lymphodepleted, Interval];

    public static readonly IReadOnlyList<Gate> ForRetrieval = [.. InsideWindow, Day1Done, NotOverruled, Tolerated, Ready, Cultures, ActsConfirmed];

    /// <summary>Before the thaw every clock must cover the thaw, the time after it and the start window.</summary>
    public static readonly Gate ClocksCover = new(
        "clocks-short",
        "Допуск, просмотр посевов или решение истекут раньше конца введения. Попросите исследователя подписать их снова до размораживания.",
        "Readiness, the look at the cultures or GO would lapse before the dose is in. Ask the investigator to sign again before the thaw.",
        facts => ReadinessOf(facts) is { } readiness
            && readiness.ValidUntil >= Covered(facts)
            && readiness.CulturesCheckedAt.AddHours(facts.Settings.CultureLookBackHours) >= Covered(facts)
            && (facts.Day == 1 || facts.Chain.ToleranceDecision?.ValidUntil >= Covered(facts)));

    public static readonly Gate WindowsCover = new(
        "windows-short",
        "Окно после лимфодеплеции или окно между дозами закроется раньше начала введения. Не размораживать. Вызовите исследователя.",
        "The window after lymphodepletion or between the doses closes before the infusion could begin. Do not thaw. Call the investigator.",
        facts => facts.Chain.LymphodepletionLastDoseAt?.AddDays(facts.Settings.LymphodepletionMaxDays) >= Covered(facts)
            && (facts.Day == 1 || facts.Chain.InfusionStart(1)?.AddHours(facts.Settings.DoseIntervalMaxHours) >= Covered(facts)));

    public static readonly Gate ExpiryCovers = new(
        "expiry-short", "Срок годности пакета истечёт раньше конца введения. Не размораживать. Вызовите исследователя и ОК.",
        "The bag would expire before the dose is in. Do not thaw. Call the investigator and QA.",
        facts => facts.Bag is { } bag && bag.ExpiresAt >= Covered(facts));

    public static readonly IReadOnlyList<Gate> ForThaw = [.. ForRetrieval, OneAtATime, ClocksCover, WindowsCover, ExpiryCovers];

    /// <summary>Up to clearance only: once a bag of the chain is thawing, a scanner stops nothing any more.</summary>
    public static readonly Gate ScannerTested = new(
        "scanner-untested",
        "Сканер этого устройства в эту смену не проверен или проверка не пройдена. Откройте «Проверка сканера» и отсканируйте пробные коды, затем повторите.",
        "The scanner of this device was not tested this shift, or failed its test. Open “Scanner test”, scan the test symbols, then repeat.",
        facts => !facts.Settings.ScannerTestRequired || facts.IsScannerProven
            || facts.Chain.Bags.Any(bag => bag.IsBeyondThawStart));

    /// <summary>
    /// Nobody stands in for another on paper: what a sheet says of this bag is confirmed by those who signed it before the system lets it go on.
    /// </summary>
    public static readonly Gate PaperConfirmed = new(
        "paper-unconfirmed",
        "Строка бумажного листа об этом пакете не подтверждена. Тот, кто подписал её от руки, подтверждает её в списке «Мои задачи», затем продолжайте.",
        "A line of a paper sheet about this bag is not confirmed. Whoever signed it by hand confirms it in the list “My work”; then go on.",
        facts => !facts.Chain.SafetyActs.Exists(act => act.Paper is not null && act.Target == facts.Target));

    public static readonly IReadOnlyList<Gate> AfterThaw = [PaperConfirmed, Released, NoFailedTest, InDate, Day1Done, NotRevoked, SignedAnew, ThawClock];

    private static Readiness? ReadinessOf(Facts facts) =>
        facts.Day is { } day ? facts.Chain.Readiness.GetValueOrDefault(day) : null;

    /// <summary>What is missing is said by other gates.</summary>
    private static bool IsSignedUnderCurrent(Facts facts) =>
        (ReadinessOf(facts) is not { } readiness || !facts.IsOverruled(readiness.Settings))
        && (facts.Day == 1 || facts.Chain.ToleranceDecision is not { } decision || !facts.IsOverruled(decision.Settings));

    private static DateTimeOffset Covered(Facts facts) => facts.Now.AddMinutes(
        facts.Settings.MaxThawMinutes + facts.Settings.PostThawMinutes + facts.Settings.StartWindowMinutes);
}
