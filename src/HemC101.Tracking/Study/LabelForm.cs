namespace HemC101.Tracking.Study;

/// <summary>
/// How the labels of one course look. It is that of the settings its participant was enrolled under, to the end: the labels of one chain look
/// alike, and what was proven to fit at the enrolment fits later.
/// </summary>
/// <param name="English">Under the Russian, which always stands.</param>
public sealed record LabelForm(LabelIdentityMode Identity, LabelProfile Profile, bool English)
{
    /// <summary>The fields of a label that say who somebody is; no other does.</summary>
    public static readonly IReadOnlyList<string> Personal = ["full_name", "initials", "birth_date"];

    public static readonly LabelForm Default = Of(new StudySettings());

    /// <summary>Those of <see cref="Personal"/> that stand on labels of the cells, and must.</summary>
    public IReadOnlyList<string> OfThePerson => Identity switch
    {
        LabelIdentityMode.Coded => [],
        LabelIdentityMode.CodedPlusInitialsDob => ["initials", "birth_date"],
        LabelIdentityMode.FullName => ["full_name", "birth_date"],
    };

    public static Text NameOf(LabelIdentityMode identity) => identity switch
    {
        LabelIdentityMode.Coded => new("только номер участника и COI", "subject number and CoI alone"),
        LabelIdentityMode.CodedPlusInitialsDob => new("номер, инициалы и дата рождения", "subject number, initials and birth date"),
        LabelIdentityMode.FullName => new("номер, ФИО и дата рождения", "subject number, full name and birth date"),
    };

    public static LabelForm Of(StudySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(settings.LabelIdentity, settings.LabelProfile, settings.LabelEnglish);
    }
}
