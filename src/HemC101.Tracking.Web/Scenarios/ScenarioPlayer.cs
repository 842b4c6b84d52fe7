using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Plays the lines of one scenario in its world.</summary>
internal sealed class ScenarioPlayer(ScenarioWorld world)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly ScenarioStep _steps = new(world);
    private readonly ScenarioDesk _desk = new(world);

    /// <exception cref="ScenarioFaultException">The line cannot be played as it is written.</exception>
    public async Task<ScenarioResult> PlayAsync(ScenarioLine line, bool isPlayedBefore, CancellationToken ct)
    {
        if (isPlayedBefore)
        {
            return await ResultAsync(line, ScenarioOutcome.Plain, [], ct);
        }

        await WaitAsync(line, ct);
        var before = await HistoryAsync(line, ct);
        var outcome = await DoAsync(line, ct);
        var after = await HistoryAsync(line, ct);
        return await ResultAsync(line, outcome, [.. after.Skip(before.Count).Select(one => EventCodec.TypeOf(one.What))], ct);
    }

    private async Task<ScenarioOutcome> DoAsync(ScenarioLine line, CancellationToken ct) => line.Deed switch
    {
        ScenarioDeed.Given => await WalkAsync(line, ct),
        ScenarioDeed.Step => await _steps.TakeAsync(line, ct),
        ScenarioDeed.Scan => await _steps.ScanAsync(line, ct),
        ScenarioDeed.Resend => await _steps.ResendAsync(line, ct),
        ScenarioDeed.Enrol => await _desk.EnrolAsync(line, ct),
        ScenarioDeed.CorrectIdentity => await new ScenarioIdentity(world).CorrectAsync(line, ct),
        ScenarioDeed.MoveThing => await _desk.MoveThingAsync(line, ct),
        ScenarioDeed.Train => await _desk.TrainAsync(line, ct),
        ScenarioDeed.HoldStudy => await _desk.HoldStudyAsync(line, isRelease: false, ct),
        ScenarioDeed.ReleaseStudy => await _desk.HoldStudyAsync(line, isRelease: true, ct),
        ScenarioDeed.ImportLogger => await new ScenarioLogger(world).ImportAsync(line, await HistoryAsync(line, ct), ct),
        ScenarioDeed.CountStore => await new ScenarioCount(world).CountAsync(line, ct),
        ScenarioDeed.PrintFallback => await new ScenarioFallback(world).PrintAsync(line, ct),
        ScenarioDeed.IssueFallback => await new ScenarioFallback(world).IssueAsync(line, ct),
        ScenarioDeed.DestroyFallback => await new ScenarioFallback(world).DestroyAsync(line, ct),
        ScenarioDeed.CountFallback => await new ScenarioFallback(world).CountAsync(line, ct),
        ScenarioDeed.Look => ScenarioOutcome.Plain,
    };

    /// <summary>Where the main path itself is closed, the line has failed: it is said with what stood in the way.</summary>
    private async Task<ScenarioOutcome> WalkAsync(ScenarioLine line, CancellationToken ct)
    {
        try
        {
            var walked = world.Participants.ToDictionary(pair => pair.Key, pair => pair.Value.Legs);
            await ScenarioPath.WalkAsync(world, ScenarioPath.Of(line, walked), ct);
            return ScenarioOutcome.Plain;
        }
        catch (InvalidOperationException e)
        {
            return new(ScenarioOutcome.RefusedWord, [], new(e.Message, e.Message));
        }
    }

    private async Task WaitAsync(ScenarioLine line, CancellationToken ct)
    {
        var now = world.Clock.GetUtcNow();
        if (line.At is not { } at)
        {
            world.Clock.Advance(line.Deed == ScenarioDeed.Given ? TimeSpan.Zero : Moment);
            return;
        }

        var moment = at.From(now, await HistoryAsync(line, ct)) ?? throw line.Fault(
            $"шаг {at.Step} участника {line.Participant} ещё не сделан: от него время не отсчитать.", $"{line.Participant} has not taken the step {at.Step} yet: no time can be counted from it.");
        if (moment < now)
        {
            throw line.Fault(
                $"время идёт назад: сейчас {ScenarioResult.Show(now)}, а строка хочет {ScenarioResult.Show(moment)}.",
                $"time goes back: it is {ScenarioResult.Show(now)}, and the line wants {ScenarioResult.Show(moment)}.");
        }

        world.Clock.Advance(moment - now);
    }

    private async Task<IReadOnlyList<Happened>> HistoryAsync(ScenarioLine line, CancellationToken ct) =>
        world.Participants.GetValueOrDefault(line.Participant) is { } participant ? await world.HistoryAsync(participant.Coi, ct) : [];

    private async Task<ScenarioResult> ResultAsync(ScenarioLine line, ScenarioOutcome outcome, IReadOnlyList<string> events, CancellationToken ct)
    {
        List<string> wrong = [.. Wrong(line, outcome)];
        foreach (var (key, wanted) in line.Then)
        {
            if (await WrongFactAsync(line, key, wanted, events, ct) is { } fact)
            {
                wrong.Add(fact);
            }
        }

        return new(line, world.Clock.GetUtcNow(), outcome, events, wrong);
    }

    private static IEnumerable<string> Wrong(ScenarioLine line, ScenarioOutcome outcome)
    {
        if (outcome.Word != line.Expect)
        {
            yield return $"expected {line.Expect}, was {outcome.Word}{(outcome.Reasons.Count == 0 ? "" : $" ({string.Join(", ", outcome.Reasons)})")}";
        }

        foreach (var reason in line.Reasons.Where(reason => !outcome.Reasons.Contains(reason)))
        {
            yield return $"expected reason {reason}, was {(outcome.Reasons.Count == 0 ? "none" : string.Join(", ", outcome.Reasons))}";
        }
    }

    private async Task<string?> WrongFactAsync(ScenarioLine line, string key, IReadOnlyList<string> wanted, IReadOnlyList<string> events, CancellationToken ct)
    {
        if (key == ScenarioFacts.Events)
        {
            return wanted.FirstOrDefault(one => !events.Contains(one)) is { } absent ? $"expected event {absent}, was {string.Join(", ", events)}" : null;
        }

        var (who, fact) = key is [var letter, '.', .. var rest] && char.IsAsciiLetterUpper(letter) ? ($"{letter}", rest) : (line.Participant, key);
        if (world.Participants.GetValueOrDefault(who) is not { } participant || await FactAsync(await world.ChainAsync(participant.Coi, ct), fact, ct) is not { } found)
        {
            throw line.Fault($"в «then» нет «{key}». Есть: {ScenarioFacts.Keys}.", $"\"then\" knows no \"{key}\". There are: {ScenarioFacts.Keys}.");
        }

        return wanted is [var only] && only == found ? null : $"expected {key} {string.Join(", ", wanted)}, was {found}";
    }

    private async Task<string?> FactAsync(ChainState chain, string fact, CancellationToken ct) => fact != ScenarioFacts.Namesake ? ScenarioFacts.Find(chain, fact)
        : await Tracking.Storage.Registry.Participants.HasNamesakeAsync(world.Database, chain.Subject, ct) ? "true" : "false";
}
