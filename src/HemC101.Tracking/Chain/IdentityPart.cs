namespace HemC101.Tracking.Chain;

/// <summary>What of a participant's identity changed, as events keep it; never the value itself.</summary>
public static class IdentityPart
{
    public const string Surname = "surname";
    public const string GivenName = "given-name";
    public const string Patronymic = "patronymic";
    public const string BirthDate = "birth-date";

    /// <summary>Follows from the names; labels of the cells show no more of them, unless they are made with the full name.</summary>
    public const string Initials = "initials";

    private static readonly Dictionary<string, Text> Names = new()
    {
        [Surname] = new("фамилия", "surname"),
        [GivenName] = new("имя", "given name"),
        [Patronymic] = new("отчество", "patronymic"),
        [BirthDate] = new("дата рождения", "birth date"),
        [Initials] = new("инициалы", "initials"),
    };

    /// <summary>A code that only another version of the program knows is its own name.</summary>
    public static Text NameOf(string code) => Names.GetValueOrDefault(code) ?? new(code, code);

    public static Text NamesOf(IEnumerable<string> codes)
    {
        var names = codes.Select(NameOf).ToList();
        return new(string.Join(", ", names.Select(name => name.Ru)), string.Join(", ", names.Select(name => name.En)));
    }
}
