namespace HemC101.Tracking.Labels.Zpl;

/// <summary>One command of a label: <c>^</c>, two characters, and all up to the next command.</summary>
/// <param name="At">Where its <c>^</c> stands in the text.</param>
internal readonly record struct ZplCommand(string Name, string Rest, int At)
{
    /// <summary>Line ends after a command say nothing to a printer.</summary>
    public string[] Parameters => Rest.Trim().Split(',');

    public static IEnumerable<ZplCommand> Of(string zpl)
    {
        for (var at = zpl.IndexOf('^', StringComparison.Ordinal); at >= 0;)
        {
            var next = zpl.IndexOf('^', at + 1);
            var text = zpl[(at + 1)..(next < 0 ? zpl.Length : next)];
            yield return new(text[..Math.Min(2, text.Length)], text[Math.Min(2, text.Length)..], at);
            at = next;
        }
    }
}
