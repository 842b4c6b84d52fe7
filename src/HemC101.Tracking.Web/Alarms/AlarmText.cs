using System.Globalization;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>What goes out of the house: numbers, what happened, where to look. No name stands in it.</summary>
/// <param name="Message">To whom, which attempt.</param>
/// <param name="Alarm">About what.</param>
/// <param name="Link">Of the page on which it is acknowledged; null in the demonstration.</param>
internal sealed record AlarmText(AlarmMessageRow Message, AlarmRow Alarm, Uri? Link)
{
    public string Subject => $"HemC101 СРОЧНО / URGENT: {Alarm.SubjectNo?.ToString() ?? "исследование / study"}";

    public Text Sentence => AlarmBook.Of(Alarm.Kind).SaysUrgent;

    public string Body => string.Join('\n', Lines);

    private IEnumerable<string> Lines =>
    [
        .. Message.MayHaveGone ? ["(Повтор: возможно, вы это уже получили. / Repeated: you may have got this already.)", ""] : Array.Empty<string>(),
        .. Message.Basis.Says() is { } why ? [$"({why.Ru} / {why.En})", ""] : Array.Empty<string>(),
        Sentence.Ru,
        Sentence.En,
        "",
        .. Alarm is { SubjectNo: { } subject, Coi: { } coi } ? [$"Участник / participant: {subject}", $"Цепочка / chain: {coi}"] : Array.Empty<string>(),
        .. Alarm.Bag is { } bag ? [$"Пакет / bag: {bag}"] : Array.Empty<string>(),
        $"С / since: {Alarm.RaisedAt.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} МСК / MSK",
        $"Вызов / call: {Message.CallNo}",
        "",
        Link is null ? "Подтвердите на странице «Тревоги». / Acknowledge it on the page Alarms." : $"Подтвердите / acknowledge: {Link}",
    ];
}
