using System.Globalization;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Enters a temperature logger's file, made of the readings that the line tells.</summary>
internal sealed class ScenarioLogger(ScenarioWorld world)
{
    private const string Tank = "tank";

    public async Task<ScenarioOutcome> ImportAsync(ScenarioLine line, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var by = (await ScenarioCast.GetAsync(world.Database, line.By.Count > 0 ? line.By[0] : nameof(Role.Cryostore), ct)).Person;
        var attempt = string.Create(CultureInfo.InvariantCulture, $"scenario-{line.Attempt ?? $"{line.Number}"}");
        var input = new LoggerInput(attempt, Station.CellStore, await PlaceAsync(line, ct), File(line, history), [new(by, AuthenticationMethod.BadgeAndPin)]);
        return await world.Get<ImportLogger>().RunAsync(input, ct) switch
        {
            LoggerOutcome.Imported => ScenarioOutcome.Plain,
            LoggerOutcome.ImportedBefore => ScenarioOutcome.DoneBefore,
            LoggerOutcome.Refused refused => ScenarioOutcome.Refused(refused.Reasons),
            var other => throw new InvalidOperationException($"Unexpected outcome {other}."),
        };
    }

    /// <summary>The last leg of a collection or bag; or all positions there are, or one of them.</summary>
    private async Task<LoggerPlace> PlaceAsync(ScenarioLine line, CancellationToken ct)
    {
        if (line.Target is null or Tank)
        {
            return new LoggerPlace.Positions(DemoHouse.Rows(world.Clock.GetUtcNow()).Select(row => row.HouseId).Where(id => id.Kind == HouseKind.Location).ToHashSet());
        }

        var thing = await new ScenarioThings(world, line, null).GetAsync(line.Target, ct);
        if (HouseId.TryParse(thing.Identifier, out var position))
        {
            return new LoggerPlace.Positions(new HashSet<HouseId> { position });
        }

        var coi = world.Participants[line.Participant].Coi;
        return Whereabouts.Of(await world.ChainAsync(coi, ct)).LastOrDefault(stay => stay.IsLeg && stay.Of == thing.Identifier) is { } leg
            ? new LoggerPlace.Leg(coi, leg.Version)
            : throw line.Fault($"{line.Target} ещё не перевозили.", $"{line.Target} was not transported yet.");
    }

    private byte[] File(ScenarioLine line, IReadOnlyList<Happened> history) => Encoding.UTF8.GetBytes(string.Join(
        '\n', line.Data.Select(reading => $"{At(line, reading.Key, history).ToOffset(MoscowTime.Offset):yyyy-MM-dd HH:mm:ss};{reading.Value}")));

    private DateTimeOffset At(ScenarioLine line, string text, IReadOnlyList<Happened> history) =>
        ScenarioTime.TryParse(text)?.From(world.Clock.GetUtcNow(), history) ?? throw line.Fault(
            $"показание «{text}»: нужно время, например collection.hand-over+10m или -2h.", $"reading \"{text}\": a time is needed, such as collection.hand-over+10m or -2h.");
}
