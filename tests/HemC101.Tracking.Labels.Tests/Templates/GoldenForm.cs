using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>The forms a label can have, and where their golden files lie.</summary>
internal static class GoldenForm
{
    /// <summary>With the usual one they draw every place of a template.</summary>
    public static readonly IReadOnlyList<string> Furthest = ["full-name-bmcp-180", "coded-russian"];

    /// <summary>Those in which the label is another one; the usual form is left out.</summary>
    public static IEnumerable<LabelForm> Of(LabelKind kind) =>
        from identity in kind.NamesThePerson() || kind == LabelKind.FallbackSet ? Enum.GetValues<LabelIdentityMode>() : [LabelForm.Default.Identity]
        from profile in kind.IsDoseBag() || kind.IsCassette() ? Enum.GetValues<LabelProfile>() : [LabelForm.Default.Profile]
        from english in new[] { true, false }
        let form = new LabelForm(identity, profile, english)
        where form != LabelForm.Default
        select form;

    /// <summary>What it has of its own.</summary>
    public static string NameOf(LabelForm form) => string.Join('-', new[]
    {
        form.Identity switch
        {
            LabelIdentityMode.Coded => "coded",
            LabelIdentityMode.FullName => "full-name",
            LabelIdentityMode.CodedPlusInitialsDob => null,
        },
        form.Profile == LabelProfile.Bmcp180 ? "bmcp-180" : null,
        form.English ? null : "russian",
    }.OfType<string>());
}
