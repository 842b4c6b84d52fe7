using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Papers;

/// <summary>The packs of all active chains, and which of them are older than a day.</summary>
public sealed class PacksTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"), DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Packs_AreRefreshedOnce_AndAreDueAgainAfterADay()
    {
        using (var nurse = await _site.TabletAsync(Role.WardNurse))
        {
            Assert.Equal("Без действующего комплекта: 2 из 2.", await SaidAsync(nurse));
            using var answer = await nurse.PostAsync("/Chains/Packs", "Refresh", [("attempt", "morning")]);
            using var again = await nurse.PostAsync("/Chains/Packs", "Refresh", [("attempt", "morning")]);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, again.StatusCode));
            Assert.Equal("Без действующего комплекта: 0 из 2.", await SaidAsync(nurse));
        }

        Assert.Single((await _site.ChainAsync(Coi)).Sheets);
        _site.Time.Advance(TimeSpan.FromHours(25));

        using var next = await _site.TabletAsync(Role.Coordinator, "en");
        Assert.Equal("Without a valid pack: 2 of 2.", await SaidAsync(next));
        using var second = await next.PostAsync("/Chains/Packs", "Refresh", [("attempt", "next day")]);
        Assert.Equal(2, (await _site.ChainAsync(Coi)).Sheets.Count);
    }

    [Theory]
    [InlineData(Role.Courier)]
    [InlineData(Role.Administrator)]
    public async Task Packs_ForOthers_AreClosed(Role role)
    {
        using var tablet = await _site.TabletAsync(role);

        using var page = await tablet.OpenAsync("/Chains/Packs");
        using var answer = await tablet.PostAsync("/Chains/Packs", "Refresh", [("attempt", "x")]);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, answer.StatusCode));
        Assert.Empty((await _site.ChainAsync(Coi)).Sheets);
    }

    [Fact]
    public async Task RunningNumber_PutBackBehindASheet_IsFound()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        using var answer = await nurse.PostAsync("/Chains/Packs", "Refresh", [("attempt", "one")]);
        Assert.Null(await PapersSite.DivergedAsync(_site));

        await _site.SqlAsync("update number_sequence set next = next - 1 where name = 'print'");

        Assert.Equal("number_sequence", (await PapersSite.DivergedAsync(_site))?.Table);
    }

    private static async Task<string> SaidAsync(Tablet tablet) => (await tablet.GetAsync("/Chains/Packs")).QuerySelector("[data-due]")?.TextContent.Trim() ?? "";
}
