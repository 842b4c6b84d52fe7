using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>The catalogue as a quality officer reads it, made from the code. UPDATE_DOCS=1 rewrites it.</summary>
public sealed class StepCatalogueDocument
{
    [Fact]
    public void Document_SaysWhatTheCatalogueSays()
    {
        var path = Path.Combine(Catalogue(), "README.md");
        var expected = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append("# The steps\n\nMade from the catalogue by a test (`UPDATE_DOCS=1 dotnet test tests/HemC101.Tracking.Tests`); do not edit.\n\n");
        text.Append("**Advance** brings the cells nearer to a vein and is refused by a hold; **Preserve** keeps what is there; **Safety** needs one\n");
        text.Append("signed-in person and is blocked by nothing; **Exit** ends the way of a thing. Scans that only the thing knows (the lots of a unit\noperation; in profile BMCP-180 the RFID tags when a bag is filled, a cassette labelled, a bag stored or received on the ward) come on top. What is not named under *Corrected* is never corrected; what the codes of limits mean\nstands at the end.\n\n");
        text.Append("Where the second check is **independent**, two people do the step one after the other: the first closes a half that nobody can read, the\nsecond scans everything and records alone what is marked *by both*, and the step is taken only when both halves agree. What differs, and a\nmismatch of either, voids both. Elsewhere the second person signs what stands on one screen.\n");
        foreach (var station in StepCatalogue.All.GroupBy(step => step.Station).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {station.Key}\n");
            foreach (var step in station)
            {
                Write(text, step);
            }
        }

        WriteLimits(text);
        WriteOnPaper(text);
        return text.ToString();
    }

    private static void WriteOnPaper(StringBuilder text)
    {
        text.Append("\n## From paper\n\n");
        text.Append("What may have been done on a numbered sheet while the system was down, and is entered afterwards by a third person at the time on the\n");
        text.Append("sheet. Whoever signed by hand confirms their own line; what the rules are against is entered as it is written and holds the chain until\n");
        text.Append("quality assurance has decided. No thaw starts on paper: of the steps nearer to a vein only those of a bag that was thawing already.\n\n");
        foreach (var step in BackEntry.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {step.Name.En} · {step.Name.Ru} (`{step.Id}`)\n");
        }
    }

    private static void WriteLimits(StringBuilder text)
    {
        text.Append("\n## Limits of corrections\n\n| Limit | What is said after it | Что говорится после него |\n|---|---|---|\n");
        var limits = StepCatalogue.All.SelectMany(step => step.Corrections).SelectMany(rules => new[] { rules.Until, rules.LateUntil }).OfType<Gate>();
        foreach (var limit in limits.DistinctBy(limit => limit.Code))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{limit.Code}` | {limit.Reason.En} | {limit.Reason.Ru} |\n");
        }
    }

    private static void Write(StringBuilder text, Step step)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {step.Name.En} · {step.Name.Ru}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"`{step.Id}` · {step.Kind}{(step.TargetKind is null ? "" : ", Preserve before the release")} · on a {step.Scope.ToString().ToLowerInvariant()} · {(step.Listed ? "on work lists" : "when things go differently")}\n\n");
        Line(text, "Opened by", Roles(step.Roles));
        Line(text, "Fires", string.Join(", ", Triggers(step.Fires)));
        Line(text, "Scans", string.Join("; ", step.Scans.Select(scan => scan.Prompt.En)));
        Line(text, "Records", string.Join("; ", step.Record.Select(field => field.Label.En + (field.Optional ? " (optional)" : "") + (step.Check == SecondCheck.Independent && field.ByBoth ? " (by both)" : ""))));
        Line(text, "Signed by", string.Join("; ", step.Signatures.Select(demand => $"{MeaningNames.Of(demand.Meaning).En.ToLowerInvariant()}: {Roles(demand.Roles)}")));
        Line(text, "Second check", step.Check == SecondCheck.Independent ? "independent" : "");
        Line(text, "Prints", step switch { { Labels: not null } => "labels", { LabelsAround: not null } => "labels around the thing", _ => "" });
        foreach (var rules in step.Corrections)
        {
            Line(text, "Corrected", Corrected(rules));
        }

        var gates = step.Gates.Concat(step.Checks).ToList();
        if (gates.Count > 0)
        {
            text.Append("\n| Refused | Reason | Причина |\n|---|---|---|\n");
            foreach (var gate in gates)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{gate.Code}` | {gate.Reason.En} | {gate.Reason.Ru} |\n");
            }
        }
    }

    private static string Corrected(Correction rules)
    {
        var values = string.Join(", ", rules.Values.Select(value => value.Field.Label.En));
        var late = rules.Late.Count == 0 ? "" : $"; then {Signers(rules.Late)}{(rules.LateUntil is { } end ? $" (until `{end.Code}`)" : "")}";
        var bears = rules.Bears == Reliance.None ? "" : $"; rested on by: {rules.Bears.ToString().ToLowerInvariant()}";
        var failure = rules.Passes is null ? "" : $"; a failure by {Signers(rules.AfterFailure)}";
        return $"{(values.Length == 0 ? "every number of the thing" : values)}: until `{rules.Until.Code}` {Signers(rules.Signatures)}{failure}{late}{bears}";
    }

    private static string Signers(IEnumerable<SignatureDemand> demands) => string.Join(" with ", demands.Select(demand => Roles(demand.Roles)));

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        }
    }

    private static IEnumerable<string> Triggers(Triggers fires) =>
        from fired in new (string Machine, Enum? Trigger)[]
        {
            ("product", fires.Product), ("collection", fires.Collection), ("batch", fires.Batch), ("unit operation", fires.Unit), ("dose bag", fires.Bag),
        }
        where fired.Trigger is not null
        select $"{fired.Machine} {fired.Trigger}";

    private static string Roles(IReadOnlyList<Role> roles) => string.Join(" or ", roles.Select(role => role.Name().En));

    private static string Catalogue([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "HemC101.Tracking", "Steps", "Catalogue"));
}
