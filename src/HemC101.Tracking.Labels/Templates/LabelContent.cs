using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>Everything one label says. Two prints of one bag differ at least in <see cref="Serial"/>.</summary>
public sealed record LabelContent
{
    public required LabelKind Kind { get; init; }

    /// <summary>Number of this print, printed small; a reprint has a new one.</summary>
    public required string Serial { get; init; }

    /// <summary>What a scanner hands over after reading the Data Matrix: ASCII, with 0x1D between GS1 elements, no FNC1 in front.</summary>
    public required string Symbol { get; init; }

    /// <summary>The Data Matrix begins with FNC1, and scanners report it as <c>]d2</c>.</summary>
    public required bool Gs1 { get; init; }

    /// <summary>Payload of the Code 128; null for a label without a linear symbol.</summary>
    public string? Linear { get; init; }

    /// <summary>Which of the template's places are drawn.</summary>
    public LabelForm Form { get; init; } = LabelForm.Default;

    /// <summary>Fields without which the label says something untrue, so that a template that does not draw them is not printed from.</summary>
    public IReadOnlyList<string> MustSay { get; init; } = [];

    /// <summary>Texts by the names that <see cref="TemplateLibrary.FieldsOf"/> lists.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }
}
