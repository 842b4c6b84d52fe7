using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Templates;

/// <param name="Version">First 12 hexadecimal digits of the SHA-256 of the file.</param>
/// <param name="Width">In dots, as <paramref name="Height"/>.</param>
public sealed record TemplateInfo(LabelKind Kind, string Name, string Version, int Width, int Height, IReadOnlyCollection<string> Fields);
