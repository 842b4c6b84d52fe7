using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Pages.Enrolment;

/// <summary>What the form of a corrected name or birth date posts.</summary>
public sealed class IdentityInput
{
    private static readonly Text NoDay = new("укажите день, месяц и год.", "give day, month and year.");

    public string? Surname { get; set; }

    public string? GivenName { get; set; }

    /// <summary>May stay empty: not everybody has one.</summary>
    public string? Patronymic { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Reason { get; set; }

    public string? Document { get; set; }

    /// <summary>Hash of the data that the form was filled with.</summary>
    public string? Seen { get; set; }

    internal static IdentityInput Of(PersonalData person, string seen) => new()
    {
        Surname = person.Surname,
        GivenName = person.GivenName,
        Patronymic = person.Patronymic,
        BirthDate = person.BirthDate,
        Seen = seen,
    };

    /// <summary>The fields that cannot be taken as they are, each by its name in the form and with what is wrong.</summary>
    public IReadOnlyDictionary<string, Text> Faults()
    {
        (string Field, Text Name, Text? Fault)[] named =
        [
            (nameof(Surname), new("Фамилия", "Surname"), PersonName.Fault(Surname)),
            (nameof(GivenName), new("Имя", "Given name"), PersonName.Fault(GivenName)),
            (nameof(Patronymic), new("Отчество", "Patronymic"), string.IsNullOrWhiteSpace(Patronymic) ? null : PersonName.Fault(Patronymic)),
            (nameof(BirthDate), new("Дата рождения", "Birth date"), BirthDate is null ? NoDay : null),
        ];
        (string Field, Text? Fault)[] chosen =
        [
            (nameof(Reason), IdentityCorrection.Reason.Check(Reason ?? "", out _)),
            (nameof(Document), IdentityCorrection.Document.Check(Document ?? "", out _)),
        ];
        return named.Where(field => field.Fault is not null)
            .Select(field => (field.Field, Fault: new Text($"{field.Name.Ru}: {field.Fault!.Ru}", $"{field.Name.En}: {field.Fault.En}")))
            .Concat(chosen.Where(field => field.Fault is not null).Select(field => (field.Field, field.Fault!)))
            .ToDictionary();
    }

    /// <summary>Asked for when there are no <see cref="Faults"/>.</summary>
    internal (PersonalData Person, string Document) Read()
    {
        IdentityCorrection.Document.Check(Document!, out var number);
        return (
            new PersonalData(Surname!.Trim(), GivenName!.Trim(), string.IsNullOrWhiteSpace(Patronymic) ? null : Patronymic.Trim(), BirthDate!.Value),
            (string)number!);
    }
}
