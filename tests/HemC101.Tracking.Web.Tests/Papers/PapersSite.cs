using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Papers;

/// <summary>One participant whose first dose is in, one whose first bag is on its way, one with a conditional release, one before it.</summary>
public sealed class PapersSite : IAsyncLifetime
{
    internal LiveSite Site { get; private set; } = null!;

    internal CoiId Infused => Site.Chains[0];

    internal CoiId OnItsWay => Site.Chains[1];

    internal CoiId Conditional => Site.Chains[2];

    internal CoiId Reviewed => Site.Chains[3];

    public async Task InitializeAsync() => Site = await LiveSite.OpenAsync(
        DemoLeg.UpTo("infusion.end", "1"), DemoLeg.UpTo("bag.depart", "1"), DemoLeg.UpTo("batch.release-conditionally"), DemoLeg.UpTo("batch.review"));

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>As if a step had left them: the papers are made from the ledger, whatever the steps.</summary>
    internal async Task HappenAsync(CoiId coi, string stepId, IReadOnlyList<CrewMember> signers, params ChainEvent[] events)
    {
        var now = Site.Time.GetUtcNow();
        var act = new Act(
            signers[0].Person.Number, "CellStore", now, now, stepId, [],
            [.. signers.Select((who, at) => new Signature(who.Person.Number, who.Person.FullName, who.Role, at == 0 ? Meaning.Performed : Meaning.Witnessed, now, AuthenticationMethod.BadgeAndPin, new string('a', 64)))],
            "test-1");
        await using var uow = await Site.Database.BeginAsync(default);
        Assert.NotNull(await ChainStreams.AppendAsync(uow, coi, await Site.ChainAsync(coi), events, act, default));
        await uow.CommitAsync(default);
    }

    /// <returns>The first row that is not what the ledger says; null when all are.</returns>
    internal static async Task<DivergedRow?> DivergedAsync(LiveSite site)
    {
        await using var moment = await site.Database.ReadAsync(default);
        return await ProjectionCheck.FindAsync(moment, default);
    }

    internal static string Pdf(CoiId coi, string document, string subject, string language) =>
        $"/Chains/{coi}/Sheets?handler=Pdf&document={document}&of={Uri.EscapeDataString(subject)}&language={language}";

    /// <returns>The number of the new sheet.</returns>
    internal async Task<PrintSerial> IssueAsync(Role role, CoiId coi, string document, string subject)
    {
        using var tablet = await Site.TabletAsync(role);
        using var answer = await tablet.PostAsync(
            $"/Chains/{coi}/Sheets", "Issue", [("document", document), ("of", subject), ("attempt", Guid.NewGuid().ToString("N"))]);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        return PrintSerial.Parse(answer.Headers.Location!.ToString().Split("issued=")[1]);
    }
}
