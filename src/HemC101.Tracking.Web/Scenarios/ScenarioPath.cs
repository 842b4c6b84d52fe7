using System.Globalization;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>One participant's next leg, or enrolment.</summary>
/// <param name="Leg">Null for the enrolment.</param>
/// <param name="Key">The same for the same leg of the same participant.</param>
internal sealed record ScenarioStride(string Participant, DemoLeg? Leg, string Key);

/// <summary>The way of the participants along the main path, as <c>given</c> lines ask for it.</summary>
internal static class ScenarioPath
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <summary>Of all lines before anything of the scenario's own happens.</summary>
    public static IReadOnlyList<ScenarioStride> Of(Scenario scenario)
    {
        Dictionary<string, int> walked = [];
        List<ScenarioStride> strides = [];
        foreach (var line in scenario.Past)
        {
            strides.AddRange(Of(line, walked));
            line.Participants.ToList().ForEach(name => walked[name] = Math.Max(walked.GetValueOrDefault(name), line.Given!.Count));
        }

        return strides;
    }

    /// <summary>Several participants go side by side: each does a leg before anybody does the next.</summary>
    /// <param name="line">A <c>given</c>.</param>
    /// <param name="walked">By participant, how many legs lie behind; nothing for who is not enrolled.</param>
    public static IEnumerable<ScenarioStride> Of(ScenarioLine line, IReadOnlyDictionary<string, int> walked)
    {
        foreach (var name in line.Participants.Where(name => !walked.ContainsKey(name)))
        {
            yield return new(name, null, $"{name}+");
        }

        var legs = line.Given!;
        for (var at = 0; at < legs.Count; at += Halves(legs, at))
        {
            var first = true;
            foreach (var name in line.Participants.Where(name => walked.GetValueOrDefault(name) < at + Halves(legs, at)))
            {
                for (var leg = Math.Max(at, walked.GetValueOrDefault(name)); leg < at + Halves(legs, at); leg++)
                {
                    yield return new(
                        name, first ? legs[leg] : legs[leg] with { Wait = leg == at ? Moment : legs[leg].Wait }, string.Create(CultureInfo.InvariantCulture, $"{name}{leg}"));
                }

                first = false;
            }
        }
    }

    public static async Task WalkAsync(ScenarioWorld world, IEnumerable<ScenarioStride> strides, CancellationToken ct)
    {
        var director = await world.DirectorAsync(ct);
        foreach (var (name, leg, _) in strides)
        {
            if (leg is null)
            {
                world.Participants[name] = new(await director.EnrolAsync(ScenarioCast.Participant(name), ct), 0);
            }
            else
            {
                var known = world.Participants[name];
                await director.DoAsync(known.Coi, leg, ct);
                world.Participants[name] = known with { Legs = known.Legs + 1 };
            }
        }
    }

    /// <summary>Two for what two people check apart: nobody comes between them.</summary>
    private static int Halves(IReadOnlyList<DemoLeg> legs, int at) =>
        at + 1 < legs.Count && (legs[at].StepId, legs[at].On) == (legs[at + 1].StepId, legs[at + 1].On) ? 2 : 1;
}
