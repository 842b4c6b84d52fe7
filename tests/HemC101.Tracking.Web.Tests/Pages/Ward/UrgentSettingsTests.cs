using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>One participant with a verified bag at the bed, another whose bag waits to be cleared.</summary>
public sealed class UrgentSettingsTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId AtTheBed => _site.Chains[0];

    private CoiId Frozen => _site.Chains[1];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bedside.second", "1"), DemoLeg.UpTo("bag.receive", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task VerifiedBag_TurnsRedAtOnce_SaysWhatToDo_AndGoesOnOnceThePhysicianHasSigned()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        Assert.Contains("\"match\":true", await StateAsync(nurse), StringComparison.Ordinal);

        await IssueAsync(urgent: true);

        Assert.Contains("\"match\":false", await StateAsync(nurse), StringComparison.Ordinal);
        using (var page = await nurse.GetAsync(await BedsideAsync()))
        {
            Assert.Contains("вступила в силу срочная версия настроек. Пакет не выбрасывать", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        await SignReadinessAsync();
        Assert.Contains("\"match\":true", await StateAsync(nurse), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrdinaryVersion_LeavesTheMatch()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);

        await IssueAsync(urgent: false);

        Assert.Contains("\"match\":true", await StateAsync(nurse), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Не размораживать. Попросите исследователя")]
    [InlineData("en", "Do not thaw. Ask the investigator")]
    public async Task FrozenBag_IsNotCleared(string language, string sentence)
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse, language);
        await IssueAsync(urgent: true);
        var bag = (await _site.ChainAsync(Frozen)).Bags[0].Id.ToString();

        using var page = await nurse.GetAsync(Tablet.Step("Ward", "bag.clear", Frozen, bag));

        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*=Take]"));
    }

    private async Task IssueAsync(bool urgent)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        using var issued = await SettingsForms.IssueAsync(
            tablet, [_site.Crew(Role.Investigator), _site.Crew(Role.QualityAssurance)], "safety-2", [("v:cultures.hours", "96"), .. urgent ? [("Urgent", "true")] : Array.Empty<(string, string)>()]);
        Assert.True(issued.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(issued));
    }

    private async Task SignReadinessAsync()
    {
        IReadOnlyList<Person> people = [.. Enum.GetValues<Role>().Select(role => _site.Crew(role).Person)];
        var director = ActivatorUtilities.CreateInstance<DemoDirector>(_site.Services, people, new DemoClock(_site.Time.GetUtcNow()));
        await director.DoAsync(AtTheBed, new("readiness.sign", "1", TimeSpan.Zero), default);
    }

    private async Task<string> BedsideAsync() => $"/Ward/Bedside/{AtTheBed}/{(await _site.ChainAsync(AtTheBed)).Bags[0].Id}";

    private async Task<string> StateAsync(Tablet nurse)
    {
        using var answer = await nurse.OpenAsync($"{await BedsideAsync()}?handler=State");
        return await answer.Content.ReadAsStringAsync();
    }
}
