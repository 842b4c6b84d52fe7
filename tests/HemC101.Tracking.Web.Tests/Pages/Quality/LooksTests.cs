using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

/// <summary>Who opened whose personal data: one participant before the apheresis, one with a thawed bag at the bed.</summary>
public sealed class LooksTests : IAsyncLifetime
{
    private static readonly LookFilter All = new(null, null, null, null);

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"), DemoLeg.UpTo("thaw.end", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Step_ThatShowsTheName_IsWrittenOncePerPersonAndHour()
    {
        var step = Tablet.Step("Apheresis", "collection.identify", Coi);
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse);
        using var other = await _site.TabletAsync(Role.ApheresisNurse, index: 1);

        for (var time = 0; time < 3; time++)
        {
            using var page = await nurse.GetAsync(step);
            Assert.Contains("ТЕСТОВ", page.Body!.TextContent, StringComparison.Ordinal);
        }

        (await other.GetAsync(step)).Dispose();
        _site.Time.Advance(TimeSpan.FromHours(1));
        await nurse.SignInAgainAsync(_site.Crew(Role.ApheresisNurse));
        (await nurse.GetAsync(step)).Dispose();

        var looks = await DrainedAsync();
        var subject = (await _site.ChainAsync(Coi)).Subject;
        Assert.Equal(
            [_site.Crew(Role.ApheresisNurse).Person.Number, _site.Crew(Role.ApheresisNurse, 1).Person.Number, _site.Crew(Role.ApheresisNurse).Person.Number],
            looks.Select(look => look.StaffNo));
        Assert.All(looks, look => Assert.Equal((subject, "/Apheresis/Step/collection.identify"), (look.SubjectNo, look.Place)));
    }

    [Fact]
    public async Task Bed_IsWritten_AndAStepWithoutTheName_OrARefusedOne_IsNot()
    {
        var chain = await _site.ChainAsync(_site.Chains[1]);
        var bag = chain.Bags.Single(item => item.Day == 1).Id;
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        using var laboratory = await _site.TabletAsync(Role.LabOperator);

        (await nurse.GetAsync($"/Ward/Bedside/{chain.Coi}/{bag}")).Dispose();
        Assert.Equal(HttpStatusCode.Forbidden, (await laboratory.OpenAsync($"/Ward/Bedside/{chain.Coi}/{bag}")).StatusCode);
        (await nurse.OpenAsync($"/Chains/{chain.Coi}")).Dispose();

        var look = Assert.Single(await DrainedAsync());
        Assert.Equal((_site.Crew(Role.WardNurse).Person.Number, chain.Subject, "/Ward/Bedside"), (look.StaffNo, look.SubjectNo, look.Place));
    }

    [Fact]
    public async Task Journal_WhenTheSiteStops_WritesWhatWaits()
    {
        var journal = _site.Services.GetRequiredService<PersonalDataJournal>();
        var subject = (await _site.ChainAsync(Coi)).Subject;

        for (var page = 0; page < 500; page++)
        {
            journal.Opened(_site.Crew(Role.WardNurse).Person, subject, $"/Ward/Step/{page}");
        }

        Assert.Equal(500, (await DrainedAsync()).Count);
    }

    [Fact]
    public async Task Trail_AskedForLooks_ShowsWhoWhomWhereAndWhen_ByPersonParticipantAndDay()
    {
        var subject = (await _site.ChainAsync(Coi)).Subject;
        await using (var uow = await _site.Database.BeginAsync(default))
        {
            foreach (var (index, place) in new[] { (0, "/Ward/Bedside"), (1, "/Ward/Step/<b>") })
            {
                var look = new PersonalDataLook { StaffNo = _site.Crew(Role.WardNurse, index).Person.Number, SubjectNo = subject, Place = place, At = _site.Time.GetUtcNow() };
                Assert.True(await PersonalDataLooks.AddAsync(uow, look, default));
            }

            await uow.CommitAsync(default);
        }

        using var tablet = await _site.TabletAsync(Role.Administrator);
        var (page, all) = await LinesAsync(tablet, "");

        Assert.Equal(2, all.Count);
        Assert.Contains("<b>", all[0], StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".timeline b"));
        Assert.Contains($"{subject}", all[1], StringComparison.Ordinal);
        Assert.Contains(_site.Crew(Role.WardNurse).Person.FullName, all[1], StringComparison.Ordinal);
        Assert.Single((await LinesAsync(tablet, $"&Person={_site.Crew(Role.WardNurse).Person.Number}")).Lines);
        Assert.Equal(2, (await LinesAsync(tablet, $"&Of={Coi}")).Lines.Count);
        Assert.Empty((await LinesAsync(tablet, $"&Of={_site.Chains[1]}")).Lines);
        Assert.Empty((await LinesAsync(tablet, "&To=2020-01-01")).Lines);
        using var csv = await tablet.PostAsync("/Quality/Audit", "Export", [("What", "PersonalDataLooked")]);
        Assert.Equal(3, (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task<(AngleSharp.Html.Dom.IHtmlDocument Page, List<string> Lines)> LinesAsync(Tablet tablet, string filter)
    {
        var page = await tablet.GetAsync($"/Quality/Audit?What=PersonalDataLooked{filter}");
        return (page, [.. page.QuerySelectorAll(".timeline > li").Select(line => line.TextContent)]);
    }

    /// <summary>After the journal was stopped as the site stops it; newest first.</summary>
    private async Task<IReadOnlyList<PersonalDataLook>> DrainedAsync()
    {
        await ((IHostedService)_site.Services.GetRequiredService<PersonalDataJournal>()).StopAsync(default);
        return await PersonalDataLooks.ListAsync(_site.Database, All, null, 1_000, default);
    }
}
