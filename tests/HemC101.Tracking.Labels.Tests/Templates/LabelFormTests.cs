using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>What the settings ask of labels is kept whatever a hospital writes into its templates.</summary>
public sealed class LabelFormTests : IDisposable
{
    private const string Head = "^XA\n^PW400^LL200\n{{ symbol | data_matrix: 260, 20, 3 }}{{ serial | text: 1, 170, 200, 20, 14 }}\n";

    private static readonly LabelForm Coded = LabelForm.Default with { Identity = LabelIdentityMode.Coded };

    private static readonly LabelForm FullName = LabelForm.Default with { Identity = LabelIdentityMode.FullName };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-forms-");

    public LabelFormTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(LabelSamples.LabelsFolder, "templates")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    public static TheoryData<LabelKind> Naming => [.. Enum.GetValues<LabelKind>().Where(kind => kind.NamesThePerson())];

    /// <summary>Drawn letters cannot be searched: another name makes the same bytes.</summary>
    [Theory]
    [MemberData(nameof(Naming))]
    public void Coded_OfAnotherPerson_IsTheSamePaper(LabelKind kind)
    {
        var label = LabelSamples.Of(kind) with { Form = Coded };
        var other = label.With("initials", "Ы.Щ.Ж.").With("birth_date", "1951-01-01").With("full_name", "Другая Анна");

        Assert.Equal(LabelSamples.Renderer.Render(label).Sha256, LabelSamples.Renderer.Render(other).Sha256);
        Assert.NotEqual(LabelSamples.Renderer.Render(label).Sha256, LabelSamples.Renderer.Render(label.With("subject_number", "01-008")).Sha256);
    }

    [Theory]
    [MemberData(nameof(Naming))]
    public void FullName_OfAnotherPerson_IsAnotherPaper(LabelKind kind)
    {
        var label = LabelSamples.Of(kind) with { Form = FullName };

        Assert.NotEqual(LabelSamples.Renderer.Render(label).Sha256, LabelSamples.Renderer.Render(label.With("full_name", "Другая Анна")).Sha256);
        Assert.NotEqual(LabelSamples.Renderer.Render(label).Sha256, LabelSamples.Renderer.Render(label.With("birth_date", "1951-01-01")).Sha256);
    }

    [Theory]
    [MemberData(nameof(Naming))]
    public void FullName_Long_IsShrunk_AndTooLongIsRefused(LabelKind kind)
    {
        var label = LabelSamples.Of(kind) with { Form = FullName };

        Assert.All(Enum.GetValues<PrintDensity>(), density =>
        {
            LabelSamples.Renderer.Render(label.With("full_name", "ВЕРХНЕУРАЛЬСКАЯ-ПОКРОВСКАЯ Александра Вячеславовна"), density);
            Assert.Equal("full_name", Assert.Throws<LabelDoesNotFitException>(() => LabelSamples.Renderer.Render(label.With("full_name", new string('Щ', 60)), density)).Field);
        });
    }

    [Fact]
    public void Wristband_IsTheSameInEveryMode() => Assert.Single(
        Enum.GetValues<LabelIdentityMode>().Select(mode => LabelSamples.Renderer.Render(LabelSamples.Of(LabelKind.Wristband) with { Form = LabelForm.Default with { Identity = mode } }).Sha256).Distinct());

    /// <summary>A template from before there were modes.</summary>
    [Fact]
    public void Coded_TemplateThatNamesEverybody_IsWithheld()
    {
        var renderer = With("post-thaw", Head + "{{ subject_number | text: 1, 1, 200, 20, 16 }}{{ initials | text: 1, 40, 200, 20, 16 }}{{ birth_date | text: 1, 70, 200, 20, 16 }}^XZ");

        renderer.Render(Short(LabelKind.PostThaw));
        Assert.Equal("initials", Assert.Throws<LabelFieldMissingException>(() => renderer.Render(Short(LabelKind.PostThaw) with { Form = Coded })).Field);
    }

    [Fact]
    public void FullName_TemplateWithoutAPlaceForIt_IsWithheld()
    {
        var renderer = With("post-thaw", Head + "{{ birth_date | text: 1, 70, 200, 20, 16 }}^XZ");

        Assert.Equal("full_name", Assert.Throws<LabelFormException>(() => renderer.Render(Short(LabelKind.PostThaw) with { Form = FullName })).Field);
        Assert.Equal("initials", Assert.Throws<LabelFormException>(() => renderer.Pdf(Short(LabelKind.PostThaw))).Field);
    }

    /// <summary>The heading over it is not the thing.</summary>
    [Theory]
    [MemberData(nameof(Naming))]
    public void Initials_TemplateWithTheirHeadingAlone_IsWithheld(LabelKind kind)
    {
        var name = TemplateNames.Of(kind);
        var lines = File.ReadAllLines(Path.Combine(_folder.FullName, name + TemplateNames.Extension));
        var renderer = With(name, string.Join('\n', lines.Where(line => !line.StartsWith("{{ initials |", StringComparison.Ordinal))));

        Assert.Equal("initials", Assert.Throws<LabelFormException>(() => renderer.Render(LabelSamples.Of(kind))).Field);
    }

    [Fact]
    public void Bmcp_TemplateThatKnowsNothingOfIt_IsWithheld()
    {
        var source = File.ReadAllText(Path.Combine(_folder.FullName, "dose-bag-day1.zpl.liquid"));
        var renderer = With("dose-bag-day1", string.Join('\n', source.Split('\n').Where(line => !line.Contains("bmcp-180", StringComparison.Ordinal))));
        var label = LabelSamples.Of(LabelKind.DoseBagDay1);

        renderer.Render(label);
        Assert.Equal("bmcp-180", Assert.Throws<LabelFormException>(() => renderer.Render(label with { Form = LabelForm.Default with { Profile = LabelProfile.Bmcp180 } })).Field);
    }

    /// <summary>A template from before there were single doses says that there is a second one.</summary>
    [Theory]
    [InlineData(LabelKind.DoseBagDay1, "dose-bag-day1")]
    [InlineData(LabelKind.CassetteDay1, "cassette-day1")]
    public void SingleDose_TemplateThatSaysOneOfTwo_IsWithheld(LabelKind kind, string name)
    {
        var source = File.ReadAllText(Path.Combine(_folder.FullName, name + ".zpl.liquid"));
        var renderer = With(name, source.Replace("{{ dose_of | within: '{} – ДЕНЬ 1'", "{{ 'ДОЗА 1 из 2 – ДЕНЬ 1'", StringComparison.Ordinal));

        renderer.Render(LabelSamples.Of(kind));
        Assert.Equal("dose_of", Assert.Throws<LabelFormException>(() => renderer.Render(LabelSamples.SingleDose(kind))).Field);
        LabelSamples.Renderer.Render(LabelSamples.SingleDose(kind), PrintDensity.Dpi300);
    }

    [Theory]
    [InlineData("{{ name | only: 'nobody' | text: 1, 1, 99, 30, 18 }}", "known are")]
    [InlineData("{{ name | only: '' | text: 1, 1, 99, 30, 18 }}", "known are")]
    [InlineData("{{ name | english: 'Name' | only: 'coded' | text: 1, 1, 99, 30, 18 }}", "first only")]
    [InlineData("{{ symbol | only: 'english' | data_matrix: 200, 20, 4 }}", "on every label")]
    [InlineData("{{ name | only: 'bmcp-180' | text: 390, 1, 99, 30, 18 }}", "outside the label")]
    public void Load_FormsWrittenWrongly_AreRefused(string place, string reason)
    {
        var e = Assert.Throws<TemplateException>(() => With("house-thing", $"^XA\n^PW400^LL200\n{place}\n^XZ\n"));

        Assert.Equal(3, e.Line);
        Assert.Contains(reason, e.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Its symbol is small enough for a small label.</summary>
    private static LabelContent Short(LabelKind kind) => LabelSamples.Of(kind) with { Symbol = "SHORT" };

    private LabelRenderer With(string name, string source)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name + ".zpl.liquid"), source);
        return LabelSamples.Renderer.With(TemplateLibrary.Load(_folder.FullName));
    }
}
