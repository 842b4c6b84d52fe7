using System.Text.Json;
using System.Text.RegularExpressions;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Tests.Commands;

namespace HemC101.Tracking.Web.Tests.Scenarios;

public sealed partial class ShippedScenariosTests
{
    /// <summary>
    /// What no line reaches: another rule answers first (the thing is gone, its state does not know the step), it takes an address that
    /// only a stale page has, or nobody of the crew holds both roles.
    /// </summary>
    private static readonly HashSet<string> BehindOthers =
        ["act-not-open", "corrected-meanwhile", "detached", "not-correctable", "other-bag-open", "own-act", "print-other", "supply-own", "thawed"];

    /// <summary>They want a line that brings another version of the settings into force, which there is not.</summary>
    private static readonly HashSet<string> OfNewSettings = ["settings-changed", "settings-resign"];

    [Fact]
    public async Task Scenario_EveryShippedFile_GoesAsItExpects()
    {
        var (code, answer, error) = await Terminal.RunAsync("", ["scenario", .. ScenarioFolder.Files]);

        var lines = answer.TrimEnd().Split(Environment.NewLine).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var failed = from line in lines.SkipLast(1)
                     where !line.GetProperty("ok").GetBoolean()
                     select $"{Path.GetFileName(line.GetProperty("file").GetString())}:{line.GetProperty("line")}: {line.GetProperty("wrong")}";
        Assert.Equal("", string.Join(Environment.NewLine, failed));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(ScenarioFolder.Files.Count, lines[^1].GetProperty("files").GetInt32());
        Assert.Equal(0, lines[^1].GetProperty("failed").GetInt32());
    }

    [Fact]
    public void Names_SayWhatIsPlayed() =>
        Assert.All(ScenarioFolder.Files, file => Assert.Matches(NameForm(), Path.GetFileName(file)));

    /// <summary>A gate that nobody is ever refused by might as well be open.</summary>
    [Fact]
    public void Gates_EachHasAScenarioThatMeetsIt()
    {
        var met = ScenarioFolder.Files.SelectMany(File.ReadLines).SelectMany(Reasons).ToHashSet();

        var gates = StepCatalogue.All.SelectMany(step => step.Gates.Concat(step.Checks)).Select(gate => gate.Code).ToHashSet();
        Assert.Equal([], gates.Except(met).Except(BehindOthers).Except(OfNewSettings).Order(StringComparer.Ordinal));
        Assert.Equal([], BehindOthers.Concat(OfNewSettings).Intersect(met));
    }

    private static IEnumerable<string> Reasons(string line) => JsonDocument.Parse(line).RootElement.TryGetProperty("reason", out var reason)
        ? reason.ValueKind == JsonValueKind.Array ? reason.EnumerateArray().Select(one => one.GetString()!) : [reason.GetString()!]
        : [];

    [GeneratedRegex(@"^(x-\d\d|gate|impossible)-[a-z0-9-]+\.jsonl$")]
    private static partial Regex NameForm();
}
