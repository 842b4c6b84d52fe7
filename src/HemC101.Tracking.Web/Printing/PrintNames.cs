using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;

namespace HemC101.Tracking.Web.Printing;

/// <summary>Jobs and labels in the words of the crews.</summary>
public static class PrintNames
{
    public static Text Of(PrintJobState state) => state switch
    {
        PrintJobState.Queued => new("Ждёт печати", "Waiting"),
        PrintJobState.Sending => new("Печатается", "Printing"),
        PrintJobState.Printed => new("Напечатана", "Printed"),
        PrintJobState.Unknown => new("Неизвестно: посмотрите на принтер", "In doubt: look at the printer"),
        PrintJobState.Withheld => new("Задержана: исправьте причину", "Withheld: mend the cause"),
        PrintJobState.Cancelled => new("Отменена", "Cancelled"),
    };

    public static Text Of(LabelKind kind) => kind switch
    {
        LabelKind.CollectionBag => new("Пакет афереза", "Apheresis bag"),
        LabelKind.InProcessContainer => new("Контейнер серии", "Batch container"),
        LabelKind.DoseBagDay1 => new("Пакет дозы, День 1", "Dose bag, Day 1"),
        LabelKind.DoseBagDay2 => new("Пакет дозы, День 2", "Dose bag, Day 2"),
        LabelKind.DoseBagRedesignated => new("Пакет дозы, переназначен на День 1", "Dose bag, re-designated to Day 1"),
        LabelKind.Wristband => new("Браслет", "Wristband"),
        LabelKind.StaffBadge => new("Бейдж", "Badge"),
        LabelKind.HouseThing => new("Место, прибор или материал", "Place, device or material"),
        LabelKind.TransportContainer => new("Транспортный контейнер", "Transport box"),
        LabelKind.CassetteDay1 => new("Кассета, День 1", "Cassette, Day 1"),
        LabelKind.CassetteDay2 => new("Кассета, День 2", "Cassette, Day 2"),
        LabelKind.CassetteRedesignated => new("Кассета, переназначена на День 1", "Cassette, re-designated to Day 1"),
        LabelKind.TestTube => new("Пробирка для испытаний", "Test tube"),
        LabelKind.SterilityTube => new("Проба на стерильность", "Sterility sample"),
        LabelKind.RetentionSample => new("Архивный образец", "Retention sample"),
        LabelKind.PostThaw => new("Срок после размораживания", "Expiry after the thaw"),
        LabelKind.Quarantine => new("Наклейка «Карантин»", "Quarantine sticker"),
        LabelKind.Rejected => new("Наклейка «Отклонено»", "Rejected sticker"),
        LabelKind.FallbackSet => new("Резервный набор", "Fallback set"),
        LabelKind.OutOfSpecification => new("Лист «Вне спецификации»", "Out-of-specification addendum"),
    };

    /// <returns>Class of the mark beside a job: what wants a person is red.</returns>
    public static string MarkOf(PrintJobState state) =>
        state is PrintJobState.Unknown or PrintJobState.Withheld ? "mark-stop" : "mark-info";

    /// <summary>How long a job has been waiting.</summary>
    public static Text Age(TimeSpan age) => age.TotalMinutes < 1
        ? new("меньше минуты", "less than a minute")
        : age.TotalHours < 1
            ? new($"{(int)age.TotalMinutes} мин", $"{(int)age.TotalMinutes} min")
            : new($"{(int)age.TotalHours} ч {age.Minutes} мин", $"{(int)age.TotalHours} h {age.Minutes} min");
}
