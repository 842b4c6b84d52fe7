using HemC101.Tracking.Steps;
using Xunit.Abstractions;
namespace HemC101.Tracking.Tests.Model;
public sealed class GuardMutationTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryGuardTakenAway_IsNoticed()
    {
        foreach (var m in Mutant.All)
        {
            var w = m.Reasons.SelectMany(r => ModelRun.Explorer.Witnesses.GetValueOrDefault((m.Step.Id, r)) ?? []).ToList();
            var res = w.Select(x => Judge(m, x)).ToList();
            var best = res.FirstOrDefault(r => r.StartsWith("broken")) ?? res.FirstOrDefault(r => r.StartsWith("throws")) ?? res.FirstOrDefault(r => r.StartsWith("taken")) ?? res.FirstOrDefault() ?? "NO WITNESS";
            output.WriteLine($"M {m.Name} -> {best}");
        }
    }
    private static string Judge(Mutant m, Witness w)
    {
        try
        {
            return Play.Of(w.Place, m.Step, w.Target, m.Input ?? w.Input) switch
            {
                Played.Refused r => "refused " + string.Join(",", r.Codes),
                Played.Went went => Promises.Broken(went.Transition).ToList() is { Count: > 0 } b ? "broken " + string.Join("; ", b) : "taken",
                _ => "",
            };
        }
        catch (Exception e) { return "throws " + e.GetType().Name + " " + e.Message; }
    }
}
