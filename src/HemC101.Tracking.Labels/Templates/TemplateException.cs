namespace HemC101.Tracking.Labels.Templates;

/// <summary>A template file that cannot be used. <see cref="Line"/> counts from 1; 0 when the whole file is meant.</summary>
public sealed class TemplateException(string file, int line, string reason, Exception? inner = null)
    : Exception($"{file}, line {line}: {reason}", inner)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string Reason { get; } = reason;
}
