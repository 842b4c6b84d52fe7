using System.Text.RegularExpressions;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Pages.Enrolment;

/// <summary>What the enrolment form posts.</summary>
public sealed partial class EnrolmentInput
{
    private static readonly Text NoDay = new("укажите день, месяц и год.", "give day, month and year.");

    private static readonly Text NoVersion = new("только номер, например 2.0.", "the number only, such as 2.0.");

    private static readonly Text NoChoice = new("выберите из списка.", "choose from the list.");

    private static readonly Text NoWeight = new("число от 30 до 250 кг.", "a number from 30 to 250 kg.");

    public string? Surname { get; set; }

    public string? GivenName { get; set; }

    /// <summary>May stay empty: not everybody has one.</summary>
    public string? Patronymic { get; set; }

    public DateOnly? BirthDate { get; set; }

    public DateOnly? ConsentedOn { get; set; }

    public string? ConsentVersion { get; set; }

    public bool LongTermFollowUp { get; set; }

    public bool InclusionMet { get; set; }

    public bool NoExclusion { get; set; }

    public bool NoGeneTherapy { get; set; }

    public string? Diagnosis { get; set; }

    public string? Weight { get; set; }

    public static IReadOnlyList<(string Code, Text Name)> Diagnoses { get; } =
    [
        ("ALL", new("ОЛЛ", "ALL")),
        ("LBL", new("Лимфобластная лимфома", "LBL")),
        ("PH_ALL", new("Ph+ ОЛЛ/ЛБЛ", "Ph+ ALL/LBL")),
        ("AGG_NHL", new("Агрессивная B-НХЛ", "Aggressive B-NHL")),
        ("IND_NHL", new("Индолентная B-НХЛ", "Indolent B-NHL")),
    ];

    /// <summary>The fields that cannot be taken as they are, each by its name in the form and with what is wrong.</summary>
    public IReadOnlyDictionary<string, Text> Faults()
    {
        (string Field, Text Name, Text? Fault)[] fields =
        [
            (nameof(Surname), new("Фамилия", "Surname"), PersonName.Fault(Surname)),
            (nameof(GivenName), new("Имя", "Given name"), PersonName.Fault(GivenName)),
            (nameof(Patronymic), new("Отчество", "Patronymic"), string.IsNullOrWhiteSpace(Patronymic) ? null : PersonName.Fault(Patronymic)),
            (nameof(BirthDate), new("Дата рождения", "Birth date"), BirthDate is null ? NoDay : null),
            (nameof(ConsentedOn), new("Согласие подписано", "Consent signed on"), ConsentedOn is null ? NoDay : null),
            (nameof(ConsentVersion), new("Версия согласия", "Consent version"), VersionNumber().IsMatch(ConsentVersion?.Trim() ?? "") ? null : NoVersion),
            (nameof(Diagnosis), new("Диагноз", "Diagnosis"), Diagnoses.Any(item => item.Code == Diagnosis) ? null : NoChoice),
            (nameof(Weight), new("Масса тела", "Weight"), DecimalInput.TryParse(Weight, out var weight) && weight is >= 30 and <= 250 ? null : NoWeight),
        ];
        return fields.Where(field => field.Fault is not null).ToDictionary(
            field => field.Field, field => new Text($"{field.Name.Ru}: {field.Fault!.Ru}", $"{field.Name.En}: {field.Fault.En}"));
    }

    /// <summary>Asked for when there are no <see cref="Faults"/>.</summary>
    public (PersonalData Person, EnrolmentForm Form) Read()
    {
        var weight = DecimalInput.TryParse(Weight, out var typed) ? typed : throw new InvalidOperationException("The form has faults.");
        var (birthDate, consentedOn) = (BirthDate!.Value, ConsentedOn!.Value);
        var person = new PersonalData(
            Surname!.Trim(), GivenName!.Trim(), string.IsNullOrWhiteSpace(Patronymic) ? null : Patronymic.Trim(), birthDate);
        return (person, new EnrolmentForm(
            birthDate, consentedOn, ConsentVersion!.Trim(), LongTermFollowUp, InclusionMet, NoExclusion, NoGeneTherapy, Diagnosis!, weight));
    }

    /// <summary>It stands in an event for thirty years: a number, never words.</summary>
    [GeneratedRegex(@"^[vVвВ]?\d{1,3}(\.\d{1,3}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();
}
