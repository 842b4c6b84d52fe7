using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>The band carries the patient key, the cells carry the COI, and no paper carries both.</summary>
public sealed class TwoKeysTests
{
    /// <summary>Of a fallback set nobody knows the chain when it is printed.</summary>
    private static readonly LabelKind[] OfTheCells =
        [.. Enum.GetValues<LabelKind>().Except([LabelKind.Wristband, LabelKind.StaffBadge, LabelKind.HouseThing, LabelKind.FallbackSet])];

    public static TheoryData<LabelKind> CellKinds => [.. OfTheCells];

    /// <summary>Drawn letters cannot be searched, so the proof is that another COI makes the same picture.</summary>
    [Fact]
    public void Wristband_OfAnotherCoi_IsTheSameBytes()
    {
        var band = LabelSamples.Of(LabelKind.Wristband);

        var other = LabelSamples.Renderer.Render(band.With("coi", "A9999 26 100009").With("coi_check", "Z"));

        Assert.Equal(LabelSamples.Renderer.Render(band).Sha256, other.Sha256);
        Assert.DoesNotContain(LabelSamples.Library.FieldsOf(LabelKind.Wristband), field => field.StartsWith("coi", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CellKinds))]
    public void CellLabel_OfAnotherCoi_IsAnotherPicture(LabelKind kind)
    {
        var label = LabelSamples.Of(kind);

        Assert.NotEqual(
            LabelSamples.Renderer.Render(label).Sha256, LabelSamples.Renderer.Render(label.With("coi", "A9999 26 100009")).Sha256);
    }

    [Fact]
    public void NoWristbandOrDoseBag_TellsToCompareTheCoiWithTheBand()
    {
        Assert.DoesNotContain("COI", FixedTexts("wristband"), StringComparison.OrdinalIgnoreCase);
        Assert.All(["dose-bag-day1", "dose-bag-day2"], bag => Assert.DoesNotMatch("'Сверить[^']*COI", FixedTexts(bag)));
        Assert.All(["dose-bag-day1", "dose-bag-day2"], bag => Assert.Matches("'Сверить ФИО, дату рождения и № участника", FixedTexts(bag)));
    }

    private static string FixedTexts(string template) => string.Join(
        '\n',
        File.ReadLines(Path.Combine(LabelSamples.LabelsFolder, "templates", template + ".zpl.liquid"))
            .Where(line => !line.StartsWith("^FX", StringComparison.Ordinal)));
}
