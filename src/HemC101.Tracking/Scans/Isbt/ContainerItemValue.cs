using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 017: a container by level (1), maker (2) and catalogue number (7, zeros on the left).</summary>
/// <param name="Level">1 primary container, y set, z carton; other digits are further containers of a set.</param>
public sealed record ContainerItemValue(char Level, string Maker, string Catalogue) : IsbtValue(17)
{
    public override string Content => Level + Maker + Catalogue;

    protected override Text Value
    {
        get
        {
            var (level, item) = (LevelName(), $"{Maker} {Padded.Trim(Catalogue)}");
            return new($"{item}, {level.Ru}", $"{item}, {level.En}");
        }
    }

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        content[0] is (>= '1' and <= '9') or 'y' or 'z' && Charset.IsUpperAlphanumeric(content[1..])
            ? new ContainerItemValue(content[0], content[1..3].ToString(), content[3..].ToString())
            : null;

    private Text LevelName() => Level switch
    {
        '1' => new("первичный контейнер", "primary container"),
        'y' => new("набор", "set"),
        'z' => new("коробка", "carton"),
        _ => new($"контейнер {Level}", $"container {Level}"),
    };
}
