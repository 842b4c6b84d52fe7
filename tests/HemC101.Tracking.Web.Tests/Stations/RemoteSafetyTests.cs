using System.Net;
using HemC101.Tracking.Access;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Stations;

/// <summary>An infusion runs, stations are registered, and the nurse's tablet is none of them.</summary>
public sealed class RemoteSafetyTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"));
        await Seats.AddAsync(_site.Database, _site.Time.GetUtcNow());
        await Seats.RegisterAsync(_site.Database, Seats.Tablet, StationType.Ward, _site.Time.GetUtcNow());
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Reaction_FromNoStation_IsFoundAtOnce_AndTaken()
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
        var tablet = new Tablet(client);
        await tablet.SignInAgainAsync(_site.Crew(Role.WardNurse));
        using var home = await tablet.OpenAsync("/");

        var asked = await tablet.FollowAsync(home);
        var links = asked.QuerySelectorAll("a.work-item").Select(link => link.GetAttribute("href")!).ToList();
        var page = links.Single(link => link.Contains("/infusion.reaction/", StringComparison.Ordinal));
        var form = await tablet.GetAsync(page);
        var token = form.QuerySelector(".step-form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var taken = await tablet.PostFormAsync(
            $"{page}?handler=Take", ("__RequestVerificationToken", token), ("Attempt", Guid.NewGuid().ToString("N")), ("grade", "1"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains(links, link => link.Contains("/infusion.stop/", StringComparison.Ordinal));
        Assert.DoesNotContain(links, link => link.Contains("/infusion.resume/", StringComparison.Ordinal));
        var last = (await _site.HistoryAsync(Coi))[^1];
        Assert.IsType<ReactionRecorded>(last.What);
        Assert.Equal((_site.Crew(Role.WardNurse).Person.Number, null), (last.Act.By, last.Act.Workstation));
    }

    [Theory]
    [InlineData("/Ward/Bedside/{coi}/{bag}")]
    [InlineData("/Ward/Step/infusion.resume/{coi}/{bag}")]
    [InlineData("/Chains/{coi}")]
    public async Task AnythingElse_FromNoStation_LeadsToTheSecondFactor(string page)
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
        var tablet = new Tablet(client);
        await tablet.SignInAgainAsync(_site.Crew(Role.WardNurse));
        var bag = (await _site.ChainAsync(Coi)).BagsOf(1).First().Id;

        using var answer = await tablet.OpenAsync(page.Replace("{coi}", $"{Coi}", StringComparison.Ordinal).Replace("{bag}", $"{bag}", StringComparison.Ordinal));

        Assert.StartsWith("/Account/SecondFactor", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }
}
