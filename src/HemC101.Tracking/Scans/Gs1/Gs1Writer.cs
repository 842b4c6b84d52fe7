using System.Text;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The data of GS1 symbols. The leading FNC1 belongs to the symbol; separators are GS.</summary>
public static class Gs1Writer
{
    /// <exception cref="ArgumentException">An identifier twice, without its partners, or beside one that it excludes.</exception>
    public static string Write(params ReadOnlySpan<Gs1Element> elements)
    {
        var text = Joined(elements);
        return Gs1Cutter.Cut(text, out _) is { } fault ? throw new ArgumentException(fault.ToString(), nameof(elements)) : text;
    }

    internal static string Joined(ReadOnlySpan<Gs1Element> elements)
    {
        var text = new StringBuilder();
        for (var i = 0; i < elements.Length; i++)
        {
            text.Append(elements[i].Ai).Append(elements[i].Value);
            if (i < elements.Length - 1 && elements[i].Definition.NeedsSeparator)
            {
                text.Append(Gs1Characters.Separator);
            }
        }

        return text.ToString();
    }
}
