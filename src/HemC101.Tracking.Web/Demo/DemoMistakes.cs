using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>A wrong code for a step, and what the system will say to it.</summary>
/// <param name="Leaves">What the ledger keeps of it, in this chain and at the owner of what was scanned.</param>
public sealed record DemoMistake(Text Name, DemoCode Code, ScanVerdict Verdict, IReadOnlyList<Text> Leaves);

/// <summary>Tries codes that look right and are not: the rules are asked what they would say.</summary>
internal static class DemoMistakes
{
    /// <param name="source">Where labels and things of the house are read.</param>
    /// <param name="step">The step that would be taken.</param>
    /// <param name="blank">Aimed at its thing, with nothing scanned.</param>
    /// <param name="others">Everybody else.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<DemoMistake>> ForAsync(
        Source source, Step step, Facts blank, IReadOnlyList<ChainState> others, CancellationToken ct)
    {
        List<DemoMistake> mistakes = [];
        foreach (var demand in step.ScansFor(blank).OrderBy(demand => demand.Wanted == Wanted.Band))
        {
            foreach (var decoy in await DemoDecoys.ForAsync(source, demand, blank, others, ct))
            {
                var verdict = await AttemptScans.JudgeAsync(source, step, blank, decoy.Code.Raw, blank.ScannerSetup, ct);
                if (!verdict.IsAccepted)
                {
                    mistakes.Add(new(decoy.Name, decoy.Code, verdict, [.. Leaves(step, blank, verdict, decoy.Owner).Distinct()]));
                }
            }
        }

        return mistakes;
    }

    private static IEnumerable<Text> Leaves(Step step, Facts facts, ScanVerdict verdict, ChainState? owner)
    {
        foreach (var what in Mismatch.Events(step, facts, verdict))
        {
            yield return EventNames.Of(what);
        }

        if (owner is not null && DoseBagId.TryParse(verdict.Identifier, out var bag))
        {
            foreach (var name in Mismatch.LockAtOwner(owner, bag).Select(EventNames.Of))
            {
                yield return new($"{name.Ru} ({owner.Subject})", $"{name.En} ({owner.Subject})");
            }
        }
    }
}
