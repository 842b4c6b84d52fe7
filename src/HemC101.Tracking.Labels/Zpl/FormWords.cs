using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>What a template calls the forms of a label.</summary>
internal static class FormWords
{
    public const string Bmcp = "bmcp-180";

    private static readonly Dictionary<string, Func<LabelForm, bool>> Known = new()
    {
        ["coded"] = form => form.Identity == LabelIdentityMode.Coded,
        ["initials"] = form => form.Identity == LabelIdentityMode.CodedPlusInitialsDob,
        ["full-name"] = form => form.Identity == LabelIdentityMode.FullName,
        ["imp"] = form => form.Profile == LabelProfile.Imp,
        [Bmcp] = form => form.Profile == LabelProfile.Bmcp180,
        ["english"] = form => form.English,
    };

    /// <param name="words">Parted by blanks; one of them is enough.</param>
    /// <exception cref="ArgumentException">A word is unknown, or there is none.</exception>
    public static bool Fits(string words, LabelForm form)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length == 0 || !wanted.All(Known.ContainsKey)
            ? throw new ArgumentException($"\"{words}\" does not say on which labels a place stands; known are {string.Join(", ", Known.Keys)}.")
            : wanted.Any(word => Known[word](form));
    }
}
