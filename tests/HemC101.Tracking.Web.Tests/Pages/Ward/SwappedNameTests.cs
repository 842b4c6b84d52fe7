using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>Somebody put the sealed name of one participant in the place of another's: one line of SQL.</summary>
public sealed class SwappedNameTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"), DemoLeg.UpTo("apheresis.order"));
        await using var connection = new SqliteConnection($"Data Source={_site.Database.Address.Name};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "update participant set personal_data = (select personal_data from participant order by subject_no desc limit 1)";
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Page_ShowsNoName_AndSaysWhy()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator, "en");

        var page = await tablet.GetAsync(Tablet.Step("Ward", "tolerance.decide", Coi));

        Assert.Contains("are not those enrolled", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Тестов", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_PostedAllTheSame_IsRefused_ButStoppingIsNot()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse, "en");
        var bag = (await _site.ChainAsync(Coi)).BagsOf(1).First().Id.ToString();

        using var resumed = await tablet.TakeAsync(Tablet.Step("Ward", "bag.receive", Coi, bag), "receive", [_site.Crew(Role.WardNurse), _site.Crew(Role.WardNurse, 1)]);
        using var stopped = await tablet.TakeAsync(Tablet.Step("Ward", "infusion.stop", Coi, bag), "stop", [], ("reason", "reaction"));

        Assert.Contains("are not those enrolled", await Tablet.SaysAsync(resumed), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, stopped.StatusCode);
    }
}
