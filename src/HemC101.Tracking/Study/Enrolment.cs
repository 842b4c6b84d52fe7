using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>What the two enrolling people stated. Names and the birth date stay outside the ledger.</summary>
/// <param name="BirthDate">Used to compute the age, never written into an event.</param>
public sealed record EnrolmentForm(
    DateOnly BirthDate,
    DateOnly ConsentedOn,
    string ConsentVersion,
    bool LongTermFollowUpConsent,
    bool EveryInclusionMet,
    bool NoExclusionMet,
    bool NoEarlierGeneTherapy,
    string DiagnosisGroup,
    decimal WeightKg);

/// <summary>Opening a chain: the gate of enrolment, and its first events.</summary>
public static class Enrolment
{
    public static readonly IReadOnlyList<SignatureDemand> Signatures =
        [new(Meaning.Approved, Role.Investigator), new(Meaning.Verified, Role.Coordinator)];

    internal static readonly Refusal BirthInFuture = new("birth-future", new(
        "Дата рождения ещё не наступила. Проверьте её по документу.",
        "The birth date is in the future. Check it against the identity document."));

    internal static readonly Refusal BirthAfterConsent = new("birth-after-consent", new(
        "Дата рождения позже дня согласия. Проверьте обе даты по документам.",
        "The birth date is later than the day of consent. Check both dates against the documents."));

    /// <summary>Full years on a day; someone born on 29 February turns a year older on 1 March of a common year.</summary>
    public static int AgeOn(DateOnly day, DateOnly birthDate)
    {
        var years = day.Year - birthDate.Year;
        var hadBirthday = (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) >= 0;
        return hadBirthday ? years : years - 1;
    }

    /// <param name="enrolled">Participants enrolled so far.</param>
    /// <param name="knownPerson">True when the same name and birth date are enrolled already.</param>
    public static IReadOnlyList<Refusal> Refusals(EnrolmentForm form, int enrolled, bool knownPerson, StudySettings settings, DateTimeOffset now)
    {
        var today = MoscowTime.DayOf(now);
        var born = form.BirthDate <= today && form.BirthDate <= form.ConsentedOn;
        var age = AgeOn(form.ConsentedOn, form.BirthDate);
        (bool Holds, Refusal Refusal)[] gates =
        [
            (form.ConsentedOn <= today, new("consent-future", new(
                "Согласие датировано будущим днём. Проверьте дату.", "The consent is dated in the future. Check the date."))),
            (form.BirthDate <= today, BirthInFuture),
            (born || form.BirthDate > today, BirthAfterConsent),
            (!born || (age >= settings.MinimumAge && age <= settings.MaximumAge), new("age", new(
                $"В день согласия {age} полных лет; допустимо от {settings.MinimumAge} до {settings.MaximumAge}. Включение невозможно.",
                $"Age at consent is {age}; {settings.MinimumAge} to {settings.MaximumAge} is possible. No enrolment."))),
            (form.LongTermFollowUpConsent, new("ltfu-consent", new(
                "Нет согласия на 15 лет наблюдения (I-9). Получите его до включения.",
                "Consent to 15 years of follow-up is missing (I-9). Obtain it before enrolment."))),
            (form.EveryInclusionMet && form.NoExclusionMet, new("criteria", new(
                "Критерии не подтверждены полностью. Включение невозможно.", "The criteria are not confirmed in full. No enrolment."))),
            (form.NoEarlierGeneTherapy, new("gene-therapy", new(
                "Ранее была генная терапия – критерий исключения E-5.", "Earlier gene therapy excludes (E-5)."))),
            (enrolled < settings.EnrolmentCap, new("cap", new(
                $"Включены все {settings.EnrolmentCap} участников. Спросите спонсора.",
                $"All {settings.EnrolmentCap} participants are enrolled. Ask the sponsor."))),
            (!knownPerson, new("known-person", new(
                "Этот человек уже включён в исследование. Откройте его цепочку.", "This person is enrolled already. Open their chain."))),
        ];
        return [.. gates.Where(gate => !gate.Holds).Select(gate => gate.Refusal)];
    }

    public static IReadOnlyList<ChainEvent> Events(
        EnrolmentForm form, CoiId coi, SubjectNumber subject, PatientKey patient, string personalDataHash, PrintSerial bandSerial) =>
    [
        new ChainOpened(
            coi, subject, patient, personalDataHash, form.ConsentedOn, form.ConsentVersion,
            AgeOn(form.ConsentedOn, form.BirthDate), form.LongTermFollowUpConsent, form.DiagnosisGroup, form.WeightKg),
        new LabelPrinted(bandSerial, LabelKind.Wristband, Carrier.Band, patient.ToString(), null),
    ];
}
