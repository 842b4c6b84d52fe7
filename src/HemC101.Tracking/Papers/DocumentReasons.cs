using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Papers;

internal static class DocumentReasons
{
    public static Refusal NothingToPrint { get; } = new("paper-no-subject", new(
        "Об этом сейчас нечего печатать: дело до этого не дошло или уже закончено. Откройте цепочку.",
        "There is nothing to print about this now: it has not come so far, or is over. Open the chain."));

    public static Refusal NotReleased { get; } = new("paper-not-released", new(
        "Серия не выпущена: сопроводительный лист не печатают. Дождитесь решения уполномоченного лица.",
        "The batch is not released: no accompanying sheet is printed. Wait for the qualified person's decision."));

    public static Refusal FailedSince { get; } = new("paper-failed-since", new(
        "После выпуска испытание дало результат вне спецификации. Сертификат не печатают; вызовите ОК и уполномоченное лицо.",
        "After the release a test came out of specification. No certificate is printed; call QA and the qualified person."));
}
