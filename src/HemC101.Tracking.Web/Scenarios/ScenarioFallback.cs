using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Fallback;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Prints, issues, destroys and counts fallback sets.</summary>
internal sealed class ScenarioFallback(ScenarioWorld world)
{
    private readonly FallbackDesk _desk = world.Get<FallbackDesk>();

    public async Task<ScenarioOutcome> PrintAsync(ScenarioLine line, CancellationToken ct) => Of(await _desk.PrintAsync(
        await InputAsync(line, ct), int.TryParse(line.Data.GetValueOrDefault("count"), CultureInfo.InvariantCulture, out var count) ? count : 1, ct));

    public async Task<ScenarioOutcome> IssueAsync(ScenarioLine line, CancellationToken ct) =>
        Of(await _desk.IssueAsync(await InputAsync(line, ct), [.. await ScannedAsync(line, ct)], ct));

    public async Task<ScenarioOutcome> DestroyAsync(ScenarioLine line, CancellationToken ct) =>
        !int.TryParse(line.Target, CultureInfo.InvariantCulture, out var number)
            ? throw line.Fault("fallback.destroy: нужен \"target\" – номер набора.", "fallback.destroy needs a \"target\", the number of a set.")
            : Of(await _desk.DestroyAsync(await InputAsync(line, ct), number, line.Data.GetValueOrDefault("reason"), ct));

    public async Task<ScenarioOutcome> CountAsync(ScenarioLine line, CancellationToken ct) =>
        Of(await _desk.CountAsync(await InputAsync(line, ct), await ScannedAsync(line, ct), line.Data.GetValueOrDefault("document") ?? "", ct));

    /// <returns>Null when no set of this number was printed.</returns>
    public static async Task<ScenarioThing?> FindAsync(ScenarioWorld world, string number, string on, CancellationToken ct)
    {
        var (sets, _) = await world.Get<FallbackDesk>().ListAsync(ct);
        return sets.FirstOrDefault(set => set.Number.ToString(CultureInfo.InvariantCulture) == number) is { } found
            ? new(found.Donation.ToString(), BarcodeWriter.Fallback(found.Donation, on == "tag" ? found.Tag : found.Bag))
            : null;
    }

    private async Task<FallbackInput> InputAsync(ScenarioLine line, CancellationToken ct) => new(Guid.NewGuid().ToString("N"), await PeopleAsync(line, ct));

    private async Task<IReadOnlyList<Signer>> PeopleAsync(ScenarioLine line, CancellationToken ct)
    {
        List<Signer> people = [];
        foreach (var name in line.By.Count > 0 ? line.By : [nameof(Role.QualityAssurance), nameof(Role.ApheresisNurse)])
        {
            people.Add(new((await ScenarioCast.GetAsync(world.Database, name, ct)).Person, AuthenticationMethod.BadgeAndPin));
        }

        return people;
    }

    private async Task<HashSet<DonationNumber>> ScannedAsync(ScenarioLine line, CancellationToken ct)
    {
        HashSet<DonationNumber> scanned = [];
        var things = new ScenarioThings(world, line, null);
        foreach (var name in line.Scans ?? [])
        {
            var raw = (await things.GetAsync(name, ct)).Raw;
            if ((await world.Get<FallbackScans>().JudgeAsync(raw, DemoDirector.Scanner(raw), ct)).Set is { } set)
            {
                scanned.Add(set.Donation);
            }
        }

        return scanned;
    }

    private static ScenarioOutcome Of(FallbackOutcome outcome) =>
        outcome is FallbackOutcome.Refused refused ? ScenarioOutcome.Refused(refused.Reasons) : ScenarioOutcome.Plain;
}
