using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>The tests of a batch against their limits, and in which sense it may be given.</summary>
internal static class CoaBlocks
{
    /// <summary>Never that it is released when it is not.</summary>
    public static IEnumerable<PaperBlock> Status(Batch batch, DateTimeOffset at)
    {
        yield return new PaperLine(PaperStyle.Heading, Line(batch));
        if (batch is { State: BatchState.ReleasedConditionally, HasFailedTest: false })
        {
            var open = batch.Specification.Tests.Where(test => !batch.Results.ContainsKey(test.Code)).Select(test => T(test.Name));
            yield return new PaperLine(PaperStyle.Body, T(
                $"Условный выпуск на {Clock.Show(at)}. Окончательные результаты ожидаются: {string.Join("; ", open)}.",
                $"Conditional release as of {Clock.Show(at)}. Final results are pending: {string.Join("; ", open)}."));
        }

        if (batch is { WasSuppliedOutOfSpecification: true, Exception: { } exception })
        {
            var failed = OutOfSpecification.Of(batch, exception);
            yield return new PaperLine(PaperStyle.Body, T(
                $"Применять только по решению врача. Вне спецификации: {string.Join("; ", failed)}. Запрос врача № {exception.Request}. Это не сертификат выпуска.",
                $"To be used on the physician's decision only. Out of specification: {string.Join("; ", failed)}. Physician's request no. {exception.Request}. This is no release certificate."));
        }
    }

    public static PaperTable Tests(DocumentSource of, Batch batch)
    {
        var signed = of.History.Where(entry => entry.What is QcResultRecorded recorded && recorded.Batch == batch.Number)
            .GroupBy(entry => ((QcResultRecorded)entry.What).Test).ToDictionary(test => test.Key, test => test.Last());
        return new(
            [new(T("Испытание", "Test"), 10), new(T("Предел", "Limit"), 6), new(T("Результат", "Result"), 6), new(T("Вывод", "Verdict"), 5), new(T("Кто и когда", "Who and when"), 16)],
            [.. batch.Specification.Tests.Select(test => Row(test, batch.Results.GetValueOrDefault(test.Code), signed.GetValueOrDefault(test.Code)))]);
    }

    public static string Limit(QcTest test) => test switch
    {
        { Min: { } min, Below: { } below } => $"≥ {Number(min)}, < {Number(below)} {test.Unit}".Trim(),
        { Min: { } min } => $"≥ {Number(min)} {test.Unit}".Trim(),
        { Below: { } below } => $"< {Number(below)} {test.Unit}".Trim(),
        _ => T("соответствует", "conforms"),
    };

    private static string Line(Batch batch) => batch.State switch
    {
        _ when batch.WasSuppliedOutOfSpecification => T($"ВНЕ СПЕЦИФИКАЦИИ · серия {batch.Number}", $"OUT OF SPECIFICATION · batch {batch.Number}"),
        _ when batch.HasFailedTest => T($"ИСПЫТАНИЕ НЕ ПРОЙДЕНО, НЕ ПРИМЕНЯТЬ · серия {batch.Number}", $"A TEST HAS FAILED, DO NOT USE · batch {batch.Number}"),
        BatchState.ReleasedConditionally => T($"ВЫПУЩЕНО УСЛОВНО · серия {batch.Number}", $"RELEASED CONDITIONALLY · batch {batch.Number}"),
        BatchState.Released => T($"ВЫПУЩЕНО · серия {batch.Number}", $"RELEASED · batch {batch.Number}"),
        _ => T($"НЕ ВЫПУЩЕНО · серия {batch.Number}", $"NOT RELEASED · batch {batch.Number}"),
    };

    private static string[] Row(QcTest test, QcResult? result, Happened? entry) =>
    [
        T(test.Name), Limit(test), result is null ? T("ожидается", "pending") : Value(test, result),
        result is null ? "–" : Verdict(result.Verdict),
        result is null || entry is null ? "" : string.Join('\n', entry.Act.Signatures.Select(SignatureNames.Said)),
    ];

    private static string Verdict(QcVerdict verdict) => verdict switch
    {
        QcVerdict.Pass => T("годен", "pass"),
        QcVerdict.Fail => T("НЕ ГОДЕН", "FAIL"),
    };

    private static string Value(QcTest test, QcResult result) =>
        test.IsNumeric ? $"{Number(result.Value)} {test.Unit}".Trim() : result.Value == 1 ? T("соответствует", "conforms") : T("не соответствует", "does not conform");
}
