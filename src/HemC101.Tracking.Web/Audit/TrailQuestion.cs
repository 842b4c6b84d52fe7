using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Audit;

/// <summary>A form that was understood.</summary>
/// <param name="Looks">Asks for who looked at personal data instead of for the ledger; null when it does not.</param>
internal sealed record TrailQuestion(TrailFilter Filter, LookFilter? Looks)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly string[] Streams = ["study-settings", "label-templates", "recall-drill", "demo", "audit/", "scanner/", "alarm/", "on-call/", "print/"];

    private static readonly Text UnknownThing = new(
        "Такого номера система не знает. Введите CoI, номер участника, донации, объекта учреждения или сотрудника – или оставьте поле пустым.",
        "The system knows no such number. Enter a CoI, a subject number, a donation, a house thing or a staff number, or leave the field empty.");

    private static readonly Text UnknownChoice = new(
        "Такого варианта в списке нет. Выберите из списка или «все».", "There is no such choice. Choose from the list, or “all”.");

    private static readonly Text NoDay = new(
        "Дата введена не так. Нужны день, месяц и год.", "The date was not entered right. Give day, month and year.");

    private static readonly Text WrongOrder = new(
        "Первый день позже последнего. Поменяйте их местами.", "The first day comes after the last one. Swap them.");

    private static readonly Text NoParticipant = new(
        "Персональные данные есть только у участника. Введите CoI или номер участника – или оставьте поле пустым.",
        "Only a participant has personal data. Enter a CoI or a subject number, or leave the field empty.");

    private static readonly Text NoPlace = new(
        "Персональные данные ищут по сотруднику, участнику и дню. Рабочее место оставьте «все».",
        "Looks at personal data are found by person, participant and day. Leave the station at “all”.");

    public static async Task<(TrailQuestion? Understood, IReadOnlyList<Text> Faults)> ReadAsync(Source source, TrailForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (of, person, station, what) = (WithoutCheck(Entered(form.Of)), Entered(form.Person), Entered(form.Station), Entered(form.What));
        var (from, to) = (DayOf(form.From), DayOf(form.To));
        var (stream, subject) = of is null ? default : await FindAsync(source, of, ct);
        var looks = what == TrailNames.Looked;
        List<Text> faults = [];
        Refuse(of is not null && stream is null, UnknownThing);
        Refuse(of is not null && stream is not null && looks && subject is null, NoParticipant);
        Refuse(person is not null && !StaffNumber.TryParse(person, out _) && (looks || !TrailNames.Actors.ContainsKey(person)), UnknownChoice);
        Refuse(station is not null && !TrailNames.Stations.ContainsKey(station), UnknownChoice);
        Refuse(station is not null && looks, NoPlace);
        Refuse(what is not null && !looks && !TrailNames.IsType(what), UnknownChoice);
        Refuse((from is null && Entered(form.From) is not null) || (to is null && Entered(form.To) is not null), NoDay);
        Refuse(from > to, WrongOrder);
        if (faults.Count > 0)
        {
            return (null, [.. faults.Distinct()]);
        }

        var filter = new TrailFilter
        {
            Stream = stream,
            Actor = person,
            Station = station,
            Type = looks ? null : what,
            From = BeginOf(from),
            Until = BeginOf(to?.AddDays(1)),
        };
        return (new(filter, looks ? new(StaffNumber.TryParse(person, out var staff) ? staff : null, subject, filter.From, filter.Until) : null), []);

        void Refuse(bool wrong, Text why)
        {
            if (wrong)
            {
                faults.Add(why);
            }
        }
    }

    /// <summary>The days of a filter as people say them.</summary>
    public static string Show(TrailFilter filter)
    {
        var from = filter.From is { } begin ? Clock.ShowDay(MoscowTime.DayOf(begin)) : "…";
        var to = filter.Until is { } end ? Clock.ShowDay(MoscowTime.DayOf(end.AddMilliseconds(-1))) : "…";
        return from == to ? from : $"{from} – {to}";
    }

    private static string? Entered(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Numbers are copied from pages with their check character beside them.</summary>
    private static string? WithoutCheck(string? of) => of is [.., ' ', _] ? of[..^2].TrimEnd() : of;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(Entered(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= FirstYear and <= LastYear
            ? day
            : null;

    private static DateTimeOffset? BeginOf(DateOnly? day) => day is { } known ? MoscowTime.At(known.ToDateTime(TimeOnly.MinValue)) : null;

    /// <returns>No stream when nothing is meant by it; the participant where there is one.</returns>
    private static async Task<(string? Stream, SubjectNumber? Subject)> FindAsync(Source source, string of, CancellationToken ct)
    {
        var coi = CoiId.TryParse(of, out var given) ? given
            : DonationNumber.TryParse(of, out var donation) ? await ChainRows.FindByDonationAsync(source, donation, ct)
            : SubjectNumber.TryParse(of, out var subject) ? (await ChainRows.ListAsync(source, ct)).FirstOrDefault(row => row.SubjectNo == subject)?.Coi
            : null;
        return coi is { } chain
            ? await ChainRows.FindAsync(source, chain, ct) is { } row ? (ChainStreams.StreamOf(chain), row.SubjectNo) : default
            : HouseId.TryParse(of, out var thing) ? ($"house/{thing}", null)
            : StaffNumber.TryParse(of, out var staff) ? (PersonAccounts.StreamOf(staff), null)
            : Array.Exists(Streams, known => known == of || (known[^1] == '/' && of.StartsWith(known, StringComparison.Ordinal))) ? (of, null)
            : default((string?, SubjectNumber?));
    }
}
