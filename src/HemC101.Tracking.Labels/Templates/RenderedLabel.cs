namespace HemC101.Tracking.Labels.Templates;

/// <param name="Bytes">ZPL II in UTF-8, one label.</param>
/// <param name="TemplateVersion">First 12 hexadecimal digits of the SHA-256 of the template file.</param>
/// <param name="Sha256">Of <paramref name="Bytes"/>, lower-case hexadecimal.</param>
public sealed record RenderedLabel(byte[] Bytes, string TemplateName, string TemplateVersion, string Sha256)
{
    /// <summary>The same label as PDF, drawn when a printer wants it.</summary>
    public Func<LabelPdf> DrawPdf { get; init; } = () => throw new InvalidOperationException("This label was not made from a template.");
}
