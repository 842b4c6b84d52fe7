namespace HemC101.Tracking.Labels.Templates;

/// <param name="Width">Of its one page, in millimetres, as <paramref name="Height"/>.</param>
public sealed record LabelPdf(byte[] Bytes, double Width, double Height);
