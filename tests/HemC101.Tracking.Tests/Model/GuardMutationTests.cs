using HemC101.Tracking.Steps;
using Xunit.Abstractions;

namespace HemC101.Tracking.Tests.Model;

/// <summary>
/// Each guard of each step taken away, one at a time. A mutant is noticed when it takes what a promise forbids, when what it takes cannot be
/// written down or folded, or when it no longer refuses what a case says is refused for this one reason.
/// </summary>
public sealed class GuardMutationTests(ITestOutputHelper output)
{
    public static TheoryData<int, string> HandWritten
    {
        get
        {
            TheoryData<int, string> data = [];
            foreach (var (at, item) in Cases.All.Index())
            {
                data.Add(at, $"{item.StepId} {item.Code}");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(HandWritten))]
    public void Guard_UnmetAlone_IsTheOneReason(int at, string name)
    {
        var (item, stands) = (Cases.All[at], Cases.All[at].Stands());

        var refused = Assert.IsType<Played.Refused>(Play.Of(stands.Place, StepCatalogue.Get(item.StepId), stands.Target, stands.Input));

        var code = Assert.Single(refused.Codes);
        Assert.True(code == item.Code.Split(' ')[0] || item.Code.StartsWith("target-", StringComparison.Ordinal), $"{name}: {code}");
    }

    [Fact]
    public void EveryGuardTakenAway_IsNoticed()
    {
        var mutants = Mutant.All.Select(mutant => (mutant.Name, Found: Notice(mutant))).ToList();

        foreach (var kind in mutants.GroupBy(mutant => mutant.Found.Split(':')[0]).OrderByDescending(kind => kind.Count()))
        {
            output.WriteLine($"{kind.Count(),4} {kind.Key}");
        }

        foreach (var (name, found) in mutants.Where(mutant => !mutant.Found.StartsWith("promise", StringComparison.Ordinal)))
        {
            output.WriteLine($"{name} -> {found}");
        }

        var unnoticed = mutants.Where(mutant => mutant.Found.StartsWith("unnoticed", StringComparison.Ordinal)).Select(mutant => mutant.Name).ToList();
        var unexcused = unnoticed.Except(Excused.All.Keys).Concat(Excused.All.Keys.Except(unnoticed));
        Assert.True(!ModelRun.Explorer.IsWhole || !unexcused.Any(), $"Unnoticed and not excused, or excused and noticed: {string.Join(", ", unexcused)}");
    }

    private static string Notice(Mutant mutant)
    {
        var met = mutant.Reasons.SelectMany(reason => ModelRun.Explorer.Witnesses.GetValueOrDefault((mutant.Step.Id, reason)) ?? []).ToList();
        var written = Cases.All.Where(item => item.StepId == mutant.Step.Id && mutant.Reasons.Contains(item.Code)).Select(item => item.Stands()).ToList();
        var seen = "unnoticed: no state in which it alone refuses";
        foreach (var witness in met.Concat(written))
        {
            var found = Judge(mutant, witness, written.Contains(witness));
            if (!found.StartsWith("unnoticed", StringComparison.Ordinal))
            {
                return found;
            }

            seen = found;
        }

        return seen;
    }

    private static string Judge(Mutant mutant, Witness witness, bool isWritten)
    {
        try
        {
            return Play.Of(witness.Place, mutant.Step, witness.Target, mutant.Input ?? witness.Input) switch
            {
                Played.Refused refused => $"unnoticed: refused all the same, {string.Join(", ", refused.Codes)}",
                Played.Went went when Promises.Broken(went.Transition).FirstOrDefault() is { } promise => $"promise: {promise}",
                Played.Went when isWritten => "case: taken where it has to be refused",
                _ => "unnoticed: taken, and nothing speaks against it",
            };
        }
        catch (Exception impossible) when (impossible is InvalidOperationException or KeyNotFoundException or ArgumentOutOfRangeException or NullReferenceException)
        {
            return $"impossible: {impossible.Message}";
        }
    }
}
