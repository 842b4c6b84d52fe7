using HemC101.Tracking.Chain;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>What kinds and carriers have in common.</summary>
public static class LabelKinds
{
    public static bool IsDoseBag(this LabelKind kind) => kind is LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated;

    public static bool IsCassette(this LabelKind kind) => kind is LabelKind.CassetteDay1 or LabelKind.CassetteDay2 or LabelKind.CassetteRedesignated;

    /// <summary>Says whose cells they are in more than the subject number, as far as the study's settings let it.</summary>
    public static bool NamesThePerson(this LabelKind kind) =>
        kind is LabelKind.CollectionBag or LabelKind.PostThaw or LabelKind.OutOfSpecification || kind.IsDoseBag() || kind.IsCassette();

    /// <summary>A new one takes the place of the other: a cassette says one day only.</summary>
    public static bool Replaces(this LabelKind kind, LabelKind other) => kind == other || (kind.IsCassette() && other.IsCassette());

    /// <summary>Not on the thing itself, and applied and scanned back by a step of its own.</summary>
    public static bool IsAround(this Carrier carrier) =>
        carrier is Carrier.Tag or Carrier.Cassette or Carrier.Tube or Carrier.Box or Carrier.Overwrap or Carrier.Sticker;

    /// <summary>What of a participant can be read on it, as codes of <see cref="IdentityPart"/>; a test holds the templates against it.</summary>
    /// <param name="kind">Which label.</param>
    /// <param name="form">Of the chain's labels.</param>
    public static IReadOnlyList<string> Shows(this LabelKind kind, LabelForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. kind.PersonalFields(form).SelectMany(PartsOf)];
    }

    /// <summary>What of a person stands on a label, as names of <see cref="LabelForm.Personal"/>, whatever its template would like.</summary>
    /// <inheritdoc cref="Shows"/>
    public static IReadOnlyList<string> PersonalFields(this LabelKind kind, LabelForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return kind == LabelKind.Wristband ? ["full_name", "birth_date"]
            : kind.NamesThePerson() ? form.OfThePerson
            : [];
    }

    private static IReadOnlyList<string> PartsOf(string field) => field switch
    {
        "full_name" => [IdentityPart.Surname, IdentityPart.GivenName, IdentityPart.Patronymic],
        "initials" => [IdentityPart.Initials],
        "birth_date" => [IdentityPart.BirthDate],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of a label that says who somebody is."),
    };

    /// <summary>Is taken off once it has done its duty, and then destroyed.</summary>
    public static bool ComesOff(this Carrier carrier) => carrier is Carrier.Box or Carrier.Overwrap or Carrier.Sticker;
}
