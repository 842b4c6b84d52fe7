using System.Buffers;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The character sets of GS1 values.</summary>
internal static class Gs1Characters
{
    public const char Separator = '\x1D';

    /// <summary>In the order that gives each character its place.</summary>
    public const string Set82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> In82 = SearchValues.Create(Set82);
    private static readonly SearchValues<char> In39 = SearchValues.Create("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> Base64Url = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_=");

    /// <param name="set">n, x, y or z, as in the data file.</param>
    public static bool Allows(char set, ReadOnlySpan<char> text) => set switch
    {
        'n' => !text.ContainsAnyExcept(Digits),
        'x' => !text.ContainsAnyExcept(In82),
        'y' => !text.ContainsAnyExcept(In39),
        'z' => !text.ContainsAnyExcept(Base64Url) && !text.TrimEnd('=').Contains('=') && text.Length - text.TrimEnd('=').Length <= 2,
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "No such character set."),
    };
}
