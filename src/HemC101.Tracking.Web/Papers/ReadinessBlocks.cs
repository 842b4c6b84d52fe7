using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Web.Infrastructure;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>Of a downtime pack the page on which a ward reads until when a dose may be finished, and writes what it checks again.</summary>
internal static class ReadinessBlocks
{
    /// <param name="packUntil">No readiness on paper outlives its pack.</param>
    public static IEnumerable<PaperBlock> Of(DocumentSource of, int day, DateTimeOffset packUntil)
    {
        yield return new PaperBreak();
        yield return new PaperLine(PaperStyle.Title, T($"Допуск к введению · ДЕНЬ {day} · участник {of.Chain.Subject}", $"Infusion readiness · DAY {day} · participant {of.Chain.Subject}"));
        var signed = of.History.LastOrDefault(entry => entry.What is ReadinessSigned item && item.Day == day);
        if (signed is null || of.Chain.Readiness.GetValueOrDefault(day) is not { Revoked: false } readiness || readiness.ValidUntil <= of.At || of.Book.IsOverruled(readiness.Settings, of.At))
        {
            yield return new PaperLine(PaperStyle.Huge, T("ДОПУСКА НЕТ – НЕ ВВОДИТЬ", "NO READINESS – DO NOT INFUSE"));
            yield return new PaperLine(PaperStyle.Body, T(
                $"На {Clock.Show(of.At)} допуск не подписан, отозван или истёк. Вызовите исследователя.", $"As of {Clock.Show(of.At)} readiness is not signed, revoked or lapsed. Call the investigator."));
            yield break;
        }

        yield return new PaperLine(PaperStyle.Huge, T("ДЕЙСТВУЕТ ДО", "VALID UNTIL"));
        yield return new PaperLine(PaperStyle.Huge, Clock.Show(readiness.ValidUntil < packUntil ? readiness.ValidUntil : packUntil));
        yield return EventTable.Of(of, [signed]);
        if (day == 2)
        {
            var go = of.Chain.ToleranceDecision;
            yield return new PaperLine(PaperStyle.Heading, go is { ValidUntil: { } until } && until > of.At && !of.Book.IsOverruled(go.Settings, of.At)
                ? T($"Решение о переносимости: {go.Decided}, действует до {Clock.Show(until)}", $"Tolerance decision: {go.Decided}, valid until {Clock.Show(until)}")
                : T("Действующего решения «ВВОДИТЬ» нет – НЕ ВВОДИТЬ", "No GO in force – DO NOT INFUSE"));
        }

        yield return Heading("Проверено снова у постели", "Checked again at the bed");
        yield return ToFill(
            [(T("Показатель", "What"), 12), (T("Значение", "Value"), 8), (T("Дата, время", "Date, time"), 7), (T("Врач: код, подпись", "Physician: number, signature"), 10)],
            [[T("Температура, °C", "Temperature, °C")], ["SpO₂, %"], ["ICE"], [T("Посевы крови: смотрел(а) в", "Blood cultures: looked at")], [T("Новых противопоказаний нет", "Nothing new against it")]]);
    }
}
