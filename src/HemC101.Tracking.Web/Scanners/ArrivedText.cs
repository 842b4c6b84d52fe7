namespace HemC101.Tracking.Web.Scanners;

/// <summary>What a scanner sent, with everything visible that cannot be seen.</summary>
internal static class ArrivedText
{
    private const int Longest = 400;

    public static string Show(string? raw)
    {
        var text = raw ?? "";
        var shown = string.Concat(text.Take(Longest).Select(Show));
        return text.Length > Longest ? shown + " …" : shown;
    }

    private static string Show(char c) => c switch
    {
        '\x1D' => "⟨GS⟩",
        '\r' => "⟨CR⟩",
        '\n' => "⟨LF⟩",
        '\t' => "⟨TAB⟩",
        ' ' => "⟨SP⟩",
        _ when char.IsControl(c) || char.IsSurrogate(c) => $"⟨{(int)c:X4}⟩",
        _ => c.ToString(),
    };
}
