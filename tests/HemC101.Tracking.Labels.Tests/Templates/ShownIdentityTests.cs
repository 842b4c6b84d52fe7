using HemC101.Tracking.Chain;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>The list of labels that a corrected name touches knows what the templates print.</summary>
public sealed class ShownIdentityTests
{
    private static readonly string[] Names = [IdentityPart.Surname, IdentityPart.GivenName, IdentityPart.Patronymic];

    private static readonly (string Field, IReadOnlyList<string> Parts)[] Fields =
        [("full_name", Names), ("initials", [IdentityPart.Initials]), ("birth_date", [IdentityPart.BirthDate])];

    /// <summary>A badge names one of the staff.</summary>
    public static TheoryData<LabelKind> Kinds => [.. Enum.GetValues<LabelKind>().Where(kind => kind != LabelKind.StaffBadge)];

    /// <summary>In every form: another value of a field makes another label where the list says that it shows it, and there alone.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Shows_IsWhatTheTemplatePrints(LabelKind kind) => Assert.All(GoldenForm.Of(kind).Append(LabelForm.Default), form =>
    {
        var label = LabelSamples.Of(kind) with { Form = form };
        var shown = kind.Shows(form);

        Assert.All(Fields, field => Assert.Equal(field.Parts.All(shown.Contains), Differs(label, field.Field)));
        Assert.Empty(shown.Except(Fields.SelectMany(field => field.Parts)));
    });

    private static bool Differs(LabelContent label, string field) =>
        LabelSamples.Renderer.Render(label).Sha256 != LabelSamples.Renderer.Render(label.With(field, "Ы.Щ.")).Sha256;
}
