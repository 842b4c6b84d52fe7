using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>What two people stated when they corrected a name or birth date. The names themselves stay outside the rules.</summary>
/// <param name="Changed">What differs from the data kept until now, as codes of <see cref="IdentityPart"/>.</param>
/// <param name="BirthDate">As it is from now on; never written into an event.</param>
/// <param name="Seen">Hash of the data that the form was filled in over.</param>
public sealed record IdentityForm(IReadOnlyList<string> Changed, DateOnly BirthDate, string Seen, string Reason, string Document)
{
    /// <summary>Labels that are ordered and not drawn yet: they will say what is true then.</summary>
    public IReadOnlyCollection<PrintSerial> Undrawn { get; init; } = [];

    /// <summary>Labels that are drawn, and nobody knows yet whether they came out.</summary>
    public IReadOnlyCollection<PrintSerial> InDoubt { get; init; } = [];
}

/// <summary>Name or birth date is corrected after the enrolment: a typing error, a marriage, a new document.</summary>
public static class IdentityCorrection
{
    private static readonly Role[] Both = [Role.Investigator, Role.Coordinator];

    public static readonly IReadOnlyList<SignatureDemand> Signatures = [new(Meaning.Performed, Both), new(Meaning.Verified, Both)];

    public static readonly ChoiceField Reason = new("reason", new("Причина", "Reason"),
    [
        new("typing-error", new("Ошибка при вводе", "Error in entering")),
        new("name-changed", new("Имя или фамилия изменены (брак и другое)", "Name changed (marriage or other)")),
        new("document-corrected", new("Документ исправлен или заменён", "Identity document corrected or replaced")),
    ]);

    public static readonly ReferenceField Document = new("document", new(
        "Номер записи о документе, по которому исправлено", "Number of the record of the document it is corrected by"));

    /// <summary>What is kept now is not what the ledger has: nothing can be corrected over it.</summary>
    public static Refusal Altered => Reasons.IdentityAltered;

    private static readonly Refusal Meanwhile = new("identity-changed-meanwhile", new(
        "Данные этого участника только что исправил кто-то другой. Ничего не записано. Откройте страницу заново и сверьте их с документом.",
        "Somebody else has corrected this participant's data meanwhile. Nothing was recorded. Open the page again and compare them with the document."));

    private static readonly Refusal Same = new("same-identity", new(
        "Имя и дата рождения те же, что записаны. Исправлять нечего: сверьте их с документом.",
        "Name and birth date are those on record. There is nothing to correct: compare them with the document."));

    private static readonly Refusal AtTheBed = new("identity-at-bed", new(
        "Пакет размораживается, разморожен или вводится: сейчас данные для сличения не меняют. Закончите введение или выведите пакет, затем исправьте.",
        "A bag is thawing, thawed or running: what is compared at the bed does not change now. End the infusion or take the bag out, then correct."));

    private static readonly Refusal Known = new("known-person", new(
        "Участник с таким именем и датой рождения уже включён. Ничего не записано. Проверьте, чья цепочка открыта, и вызовите ОК (QA).",
        "A participant of this name and birth date is enrolled already. Nothing was recorded. Check whose chain is open, and call QA."));

    private static Refusal AtThePrinter(IEnumerable<PrintSerial> labels)
    {
        var serials = string.Join(", ", labels.OrderBy(serial => serial.Number));
        return new("identity-at-printer", new(
            $"Этикетка с прежними данными сейчас на принтере, или неизвестно, вышла ли она: {serials}. Ничего не записано. Подождите минуту; если задание осталось, откройте «Этикетки», скажите, вышла ли она, затем исправьте.",
            $"A label with the former data is at the printer now, or it is unknown whether it came out: {serials}. Nothing was recorded. Wait a minute; if the job is still there, open Labels, say whether it came out, then correct."));
    }

    /// <param name="form">What was stated.</param>
    /// <param name="chain">Whose data they are.</param>
    /// <param name="knownPerson">True when another participant has the name and birth date that these would be.</param>
    /// <param name="book">Every version of the settings: labels are made in the form of the enrolment.</param>
    /// <param name="now">Server time.</param>
    public static IReadOnlyList<Refusal> Refusals(IdentityForm form, ChainState chain, bool knownPerson, SettingsBook book, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(book);
        var inDoubt = LabelsShowing(form, chain, book).Where(print => IsWaiting(print, chain, form.InDoubt)).Select(print => print.Serial).ToList();
        if (form.Seen != chain.PersonalDataHash)
        {
            return [Meanwhile];
        }

        (bool Holds, Refusal Refusal)[] gates =
        [
            (form.Changed.Count > 0, Same),
            (!chain.Bags.Exists(bag => bag.IsBeyondThawStart && !bag.IsTerminal), AtTheBed),
            (form.BirthDate <= MoscowTime.DayOf(now), Enrolment.BirthInFuture),
            (form.BirthDate <= chain.ConsentedOn || form.BirthDate > MoscowTime.DayOf(now), Enrolment.BirthAfterConsent),
            (!knownPerson, Known),
            (inDoubt.Count == 0, AtThePrinter(inDoubt)),
        ];
        return [.. gates.Where(gate => !gate.Holds).Select(gate => gate.Refusal)];
    }

    /// <summary>A true age with which there would have been no enrolment, by the limits of that day, is recorded and holds the chain.</summary>
    public static IReadOnlyList<ChainEvent> Events(IdentityForm form, ChainState chain, string personalDataHash, SettingsBook book)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(book);
        var age = Enrolment.AgeOn(chain.ConsentedOn, form.BirthDate);
        var settings = chain.EnrolledUnder(book);
        IReadOnlyList<PrintSerial> labels = [.. LabelsShowing(form, chain, book).Where(print => !IsWaiting(print, chain, form.Undrawn)).Select(print => print.Serial)];
        var corrected = new IdentityCorrected(chain.IdentityChanges.Count + 1, form.Changed, personalDataHash, age, form.Reason, form.Document, labels);
        var isOpen = chain.Product is not (ProductState.Completed or ProductState.Discontinued);
        return isOpen && age != chain.AgeAtConsent && (age < settings.MinimumAge || age > settings.MaximumAge)
            ? [corrected, new HoldPlaced(chain.HoldsEverPlaced + 1, null, Hold.Correction, StopsManufacture: false)]
            : [corrected];
    }

    /// <summary>The label-impact list: of the wristbands only the valid one, of all others every one that was not replaced or destroyed.</summary>
    private static IReadOnlyList<Print> LabelsShowing(IdentityForm form, ChainState chain, SettingsBook book)
    {
        var made = LabelForm.Of(chain.EnrolledUnder(book));
        var band = chain.Prints.Values.Where(print => print.Kind == LabelKind.Wristband).Max(print => (long?)print.Serial.Number);
        return
        [
            .. from print in chain.Prints.Values
               where print.State is PrintState.Printed or PrintState.Applied
               where print.Kind != LabelKind.Wristband || print.Serial.Number == band
               where print.Kind.Shows(made).Intersect(form.Changed).Any()
               orderby print.Serial.Number
               select print,
        ];
    }

    /// <summary>What was scanned back, on its thing or on the wrist, is on paper, whatever the queue says of it.</summary>
    private static bool IsWaiting(Print print, ChainState chain, IReadOnlyCollection<PrintSerial> jobs) =>
        print.State == PrintState.Printed && jobs.Contains(print.Serial) && !(print.Kind == LabelKind.Wristband && chain.IsBandBound);
}
