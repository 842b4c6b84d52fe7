using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

/// <summary>The settings as the protocol owner reads them, made from the table. UPDATE_DOCS=1 rewrites it.</summary>
public sealed class SettingsDocument
{
    [Fact]
    public void Document_SaysWhatTheTableSays()
    {
        var path = Path.Combine(Study(), "README.md");
        var expected = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Write()
    {
        var defaults = new StudySettings();
        var text = new StringBuilder();
        text.Append("# The study settings\n\nMade from the table by a test (`UPDATE_DOCS=1 dotnet test tests/HemC101.Tracking.Tests`); do not edit.\n\n");
        text.Append("The values are demonstration defaults where the protocol is not published. *Batch*: an open batch keeps the value it was opened with;\n");
        text.Append("everything else goes by the version in force at the step. *Safety*: a change of it may be issued as urgent, which voids readiness and GO.\n");
        text.Append("Each change is signed by the one named here and by quality assurance.\n");
        foreach (var group in SettingsTable.Of(defaults).GroupBy(setting => setting.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Key}\n\n| Code | Setting | Настройка | Default | Bounds | Source | Signed by | |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var setting in group)
            {
                var marks = string.Join(", ", new[] { setting.BindsAtBatch ? "batch" : null, setting.IsSafety ? "safety" : null }.OfType<string>());
                text.Append(CultureInfo.InvariantCulture, $"| `{setting.Code}` | {setting.Name.En} | {setting.Name.Ru} | {setting.Read(defaults)} {setting.Unit.En} | {Bounds(setting)} | {setting.Source} | {setting.Owner.Name().En} | {marks} |\n");
            }
        }

        return text.ToString();
    }

    private static string Bounds(Setting setting) => setting.Form switch
    {
        NumberField number => $"{RecordText.Of(number.Min)} to {RecordText.Of(number.Max)}",
        CodeField code => code.Wanted.En,
        ChoiceField choice => string.Join(" or ", choice.Choices.Select(one => $"`{one.Code}` ({one.Name.En})")),
        _ => "yes or no",
    };

    private static string Study([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "HemC101.Tracking", "Study"));
}
