using System.Runtime.CompilerServices;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>The list of labels that a corrected name touches knows what the templates print.</summary>
public sealed class ShownIdentityTests
{
    private static readonly string[] Names = [IdentityPart.Surname, IdentityPart.GivenName, IdentityPart.Patronymic];

    public static TheoryData<LabelKind> Kinds => new(Enum.GetValues<LabelKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Shows_IsWhatTheTemplatePrints(LabelKind kind)
    {
        // As labels are by default: what only one that tells the full name says is left out.
        var text = File.ReadAllText(Path.Combine(Folder(), TemplateNames.Of(kind) + TemplateNames.Extension))
            .Replace("{{ full_name | only: 'full-name'", "", StringComparison.Ordinal);

        // A badge names one of the staff.
        Assert.Equal(kind != LabelKind.StaffBadge && text.Contains("{{ full_name", StringComparison.Ordinal), Names.All(kind.Shows().Contains));
        Assert.Equal(text.Contains("{{ initials", StringComparison.Ordinal), kind.Shows().Contains(IdentityPart.Initials));
        Assert.Equal(text.Contains("{{ birth_date", StringComparison.Ordinal), kind.Shows().Contains(IdentityPart.BirthDate));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "labels", "templates"));
}
