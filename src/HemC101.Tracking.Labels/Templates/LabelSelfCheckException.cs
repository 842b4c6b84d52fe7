namespace HemC101.Tracking.Labels.Templates;

/// <summary>The symbols in the finished bytes do not say what was asked for. The label was withheld.</summary>
public sealed class LabelSelfCheckException(string template, IReadOnlyList<string> findings)
    : Exception($"The label from \"{template}\" failed its self-check: {string.Join("; ", findings)}")
{
    public IReadOnlyList<string> Findings { get; } = findings;
}
