using System.Diagnostics;
using HemC101.Tracking.Steps;
using Xunit.Abstractions;
namespace HemC101.Tracking.Tests.Model;
public sealed class ModelCheckTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryReachableState_KeepsEveryPromise()
    {
        var e = ModelRun.Explorer;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        output.WriteLine($"{e.Places.Count} states, {e.Ways.Count} ways, {e.Tries} tries, {ModelRun.Time} cpu {cpu}");
        foreach (var g in e.Places.GroupBy(p => p.Chain.Product)) output.WriteLine($"{g.Key} {g.Count()}");
        foreach (var b in e.Broken.GroupBy(b => b.Split(':')[0] + " | " + b.Split(' ').SkipLast(0).Last(x => x.Contains('.')))) output.WriteLine($"BROKEN {b.Count()} {b.Key} | {b.MinBy(x => x.Length)}");
        foreach (var w in e.Witnesses.OrderBy(w => w.Key)) output.WriteLine($"W {w.Key.StepId} {w.Key.Code} {w.Value[0].Input.Name}");
        output.WriteLine("never taken: " + string.Join(", ", StepCatalogue.All.Select(s => s.Id).Where(id => !e.Taken.Contains(id))));
        var path = Environment.GetEnvironmentVariable("DUMP");
        if (path is not null) System.IO.File.WriteAllLines(path, e.Places.Select(p => Abstraction.Of(p)));
    }
}
