using System.Text.RegularExpressions;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Pages.Enrolment;

/// <summary>What the enrolment form posts.</summary>
public sealed partial class EnrolmentInput
{
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

    public static Text Incomplete { get; } = new(
        "Заполните фамилию, имя, дату рождения, согласие, диагноз и массу тела (30–250 кг).",
        "Fill in surname, given name, birth date, consent, diagnosis and weight (30–250 kg).");

    public static IReadOnlyList<(string Code, Text Name)> Diagnoses { get; } =
    [
        ("ALL", new("ОЛЛ", "ALL")),
        ("LBL", new("Лимфобластная лимфома", "LBL")),
        ("PH_ALL", new("Ph+ ОЛЛ/ЛБЛ", "Ph+ ALL/LBL")),
        ("AGG_NHL", new("Агрессивная B-НХЛ", "Aggressive B-NHL")),
        ("IND_NHL", new("Индолентная B-НХЛ", "Indolent B-NHL")),
    ];

    /// <returns>Null when something is missing or out of range.</returns>
    public (PersonalData Person, EnrolmentForm Form)? Read()
    {
        var diagnosis = Diagnoses.FirstOrDefault(item => item.Code == Diagnosis).Code;
        if (!IsName(Surname) || !IsName(GivenName) || (!string.IsNullOrWhiteSpace(Patronymic) && !IsName(Patronymic))
            || BirthDate is not { } birthDate || ConsentedOn is not { } consentedOn || diagnosis is null
            || ConsentVersion is null || !VersionNumber().IsMatch(ConsentVersion.Trim())
            || !DecimalInput.TryParse(Weight, out var weight) || weight is < 30 or > 250)
        {
            return null;
        }

        var person = new PersonalData(
            Surname!.Trim(), GivenName!.Trim(), string.IsNullOrWhiteSpace(Patronymic) ? null : Patronymic.Trim(), birthDate);
        return (person, new EnrolmentForm(
            birthDate, consentedOn, ConsentVersion.Trim(), LongTermFollowUp, InclusionMet, NoExclusion, NoGeneTherapy, diagnosis, weight));
    }

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= 100 } && name.Trim().Length > 0 && name.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '.');

    /// <summary>It stands in an event for thirty years: a number, never words.</summary>
    [GeneratedRegex(@"^[vVвВ]?\d{1,3}(\.\d{1,3}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();
}
