using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HemC101.Tracking.Custody;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Reads a file of scenarios: one JSON object a line, the header first.</summary>
internal static class ScenarioReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All but the last have to be there.</summary>
    private static readonly string[] HeaderKeys = ["scenario", "en", "source", "settings"];

    private static readonly string[] LineKeys =
    [
        "note", "at", "participant", "given", "step", "from", "for", "station", "by", "target", "scans", "data", "attempt", "entry", "because", "expect", "reason", "then",
    ];

    /// <summary>Where a step was written down before it is entered.</summary>
    private const string Paper = "paper";

    private static readonly Dictionary<string, ScenarioDeed> Deeds = new()
    {
        ["scan"] = ScenarioDeed.Scan,
        ["resend"] = ScenarioDeed.Resend,
        ["enrol"] = ScenarioDeed.Enrol,
        [CorrectIdentity.StepId] = ScenarioDeed.CorrectIdentity,
        ["house.move"] = ScenarioDeed.MoveThing,
        ["house.train"] = ScenarioDeed.Train,
        ["study.hold"] = ScenarioDeed.HoldStudy,
        ["study.go-on"] = ScenarioDeed.ReleaseStudy,
        [LoggerRules.StepId] = ScenarioDeed.ImportLogger,
        [CountRules.StepId] = ScenarioDeed.CountStore,
        ["fallback.print"] = ScenarioDeed.PrintFallback,
        ["fallback.issue"] = ScenarioDeed.IssueFallback,
        ["fallback.destroy"] = ScenarioDeed.DestroyFallback,
        ["fallback.count"] = ScenarioDeed.CountFallback,
    };

    /// <exception cref="ScenarioFaultException">It cannot be played as it is written.</exception>
    public static Scenario Read(string file, IEnumerable<string> lines)
    {
        StudySettings? settings = null;
        List<ScenarioLine> read = [];
        var number = 0;
        foreach (var text in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var json = new ScenarioJson(file, number, Parse(file, number, text));
            if (settings is null)
            {
                settings = Header(json);
            }
            else
            {
                read.Add(Line(json));
            }
        }

        return settings is not null && read.Count > 0 ? new(file, settings, read) : throw new ScenarioFaultException(file, number, new(
            "в файле нет сценария: нужен заголовок и хотя бы одна строка.", "the file holds no scenario: a header and at least one line are needed."));
    }

    private static JsonObject Parse(string file, int number, string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new ScenarioFaultException(file, number, new(
                "на строке должен стоять объект JSON: {…}.", "the line has to hold a JSON object: {…}."));
        }
        catch (JsonException e)
        {
            throw new ScenarioFaultException(file, number, new(
                $"строка не читается как JSON: {e.Message} Один объект – одна строка.", $"the line cannot be read as JSON: {e.Message} One object is one line."));
        }
    }

    private static StudySettings Header(ScenarioJson json)
    {
        if (HeaderKeys.SkipLast(1).Any(key => string.IsNullOrWhiteSpace(json.Text(key))))
        {
            throw json.Fault(
                "первая строка – заголовок: {\"scenario\":\"…\",\"en\":\"…\",\"source\":\"clinical.md §…\"}.",
                "the first line is the header: {\"scenario\":\"…\",\"en\":\"…\",\"source\":\"clinical.md §…\"}.");
        }

        json.AllowOnly(HeaderKeys);
        if (json.Object("settings") is not { } changes)
        {
            return new();
        }

        var all = JsonSerializer.SerializeToNode(new StudySettings { Version = "scenario-1" }, Options)!.AsObject();
        changes.ToList().ForEach(change => all[change.Key] = change.Value?.DeepClone());
        try
        {
            return all.Deserialize<StudySettings>(Options)!;
        }
        catch (JsonException e)
        {
            throw json.Fault($"«settings» не читается: {e.Message} Имена – как в StudySettings.", $"\"settings\" cannot be read: {e.Message} The names are those of StudySettings.");
        }
    }

    private static ScenarioLine Line(ScenarioJson json)
    {
        json.AllowOnly(LineKeys);
        var (deed, step) = DeedOf(json);
        var scans = json.Node("scans");
        return new()
        {
            File = json.File,
            Number = json.Number,
            Deed = deed,
            Given = deed == ScenarioDeed.Given ? GivenOf(json) : null,
            Step = step,
            At = json.Text("at") is { } at ? TimeOf(json, at) : null,
            Participants = json.Texts("participant") is { Count: > 0 } names ? [.. names.Select(name => json.Known(name, [.. ScenarioCast.ParticipantNames], "participant"))] : [ScenarioCast.First],
            By = [.. json.Texts("by").Select(name => PersonOf(json, name))],
            Target = json.Text("target"),
            Scans = scans is JsonArray or JsonValue ? json.Texts("scans") : null,
            Instead = scans is JsonObject ? json.Values("scans") : new Dictionary<string, string?>(),
            Data = json.Values("data"),
            Attempt = json.Text("attempt"),
            Entry = json.Text("entry") is { } entry ? EnumOf<EntryMethod>(json, entry, "entry") : null,
            TypedBecause = json.Text("because") is { } because ? EnumOf<TypedReason>(json, because, "because") : null,
            Expect = json.Text("expect") is { } expect ? json.Known(expect, ScenarioOutcome.Words, "expect") : deed == ScenarioDeed.Scan ? ScenarioOutcome.Accepted : ScenarioOutcome.Done,
            Reasons = json.Texts("reason"),
            Then = json.Object("then")?.ToDictionary(fact => fact.Key, fact => ScenarioJson.TextsOf(fact.Value)) ?? [],
        };
    }

    private static (ScenarioDeed Deed, Step? Step) DeedOf(ScenarioJson json)
    {
        var deed = json.Text("given") is not null ? ScenarioDeed.Given
            : json.Text("step") is not { } id ? ScenarioDeed.Look
            : Deeds.GetValueOrDefault(id, ScenarioDeed.Step);
        if (deed is not (ScenarioDeed.Step or ScenarioDeed.Scan))
        {
            return (deed, null);
        }

        var name = json.Text(deed == ScenarioDeed.Scan ? "for" : "step") ?? "";
        var step = StepCatalogue.Find(name) ?? throw json.Fault(
            $"шага «{name}» нет. {Nearest(name)} Все шаги – src/HemC101.Tracking/Steps/Catalogue/README.md; кроме них: {string.Join(", ", Deeds.Keys)}.",
            $"there is no step \"{name}\". {Nearest(name)} All steps: src/HemC101.Tracking/Steps/Catalogue/README.md; and {string.Join(", ", Deeds.Keys)}.");
        if (json.Text("from") is { } from)
        {
            json.Known(from, [Paper], "from");
            step = BackEntry.Of(step) ?? throw json.Fault(
                $"шаг {step.Id} не вносят с бумажного листа. Уберите «from».", $"the step {step.Id} is not entered from a paper sheet. Leave out \"from\".");
        }

        return json.Text("station") is { } station && station != $"{step.Station}"
            ? throw json.Fault($"шаг {step.Id} делают на посту {step.Station}, а не {station}.", $"the step {step.Id} is taken at the station {step.Station}, not at {station}.")
            : (deed, step);
    }

    /// <summary>Those of the same kind of thing: the word before the dot.</summary>
    private static string Nearest(string name)
    {
        var near = StepCatalogue.All.Where(step => step.Id.Split('.')[0] == name.Split('.')[0]).Select(step => step.Id).ToList();
        return near.Count == 0 ? "" : $"({string.Join(", ", near)})";
    }

    private static IReadOnlyList<DemoLeg> GivenOf(ScenarioJson json)
    {
        var words = json.Text("given")!.Split(' ', 2);
        try
        {
            return DemoLeg.UpTo(words[0], words.ElementAtOrDefault(1) ?? "");
        }
        catch (ArgumentException)
        {
            var legs = string.Join(", ", DemoLeg.Main.Select(leg => $"{leg.StepId} {leg.On}".Trim()).Distinct());
            throw json.Fault($"такого места на основном пути нет: «{json.Text("given")}». Есть: {legs}.", $"the main path has no such place: \"{json.Text("given")}\". There are: {legs}.");
        }
    }

    private static ScenarioTime TimeOf(ScenarioJson json, string at) => ScenarioTime.TryParse(at) ?? throw json.Fault(
        $"время «{at}» не читается. Пишите +2h30m, thaw.end+30m или 2026-03-02 14:05 (Москва).", $"the time \"{at}\" cannot be read. Write +2h30m, thaw.end+30m or 2026-03-02 14:05 (Moscow).");

    private static string PersonOf(ScenarioJson json, string name) => ScenarioCast.IsKnown(name) ? name
        : json.Known(name, [.. ScenarioCast.Crew.Select(person => person.UserName), .. Enum.GetNames<Role>()], "by");

    private static T EnumOf<T>(ScenarioJson json, string text, string key)
        where T : struct, Enum => Enum.Parse<T>(json.Known(text, Enum.GetNames<T>(), key));
}
