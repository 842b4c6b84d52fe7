using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Tests.Commands;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>X-32: Тестов is at the bed, born on 17.05.1980, and another participant of his surname is enrolled.</summary>
public sealed class SameSurnameTests : IAsyncLifetime
{
    private const string Born = "17.05.1980";

    private LiveSite _site = null!;
    private DoseBag _bag = null!;

    private CoiId Coi => _site.Chains[0];

    private string Bed => $"/Ward/Bedside/{Coi}/{_bag.Id}";

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bedside.second", "1"));
        _bag = (await _site.ChainAsync(Coi)).Bags[0];
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ТЕСТОВ")]
    [InlineData("Тестова")]
    [InlineData("тёстова")]
    public async Task X32_AnotherOfTheSurname_IsSaidAtTheBed_WithTheBirthDate(string surname)
    {
        await EnrolAsync(surname);
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        using var page = await tablet.GetAsync(Bed);

        var banner = page.QuerySelector("[data-same-surname]")!.TextContent;
        Assert.Contains("ОДНОФАМИЛЕЦ", banner, StringComparison.Ordinal);
        Assert.Contains("SAME SURNAME", banner, StringComparison.Ordinal);
        Assert.Contains(Born, banner, StringComparison.Ordinal);
        Assert.Equal(Born, page.QuerySelector("[data-verdict-participant] [data-birth-date]")!.TextContent);
    }

    [Theory]
    [InlineData("Тестовский")]
    [InlineData("Петрова")]
    public async Task X32_AnotherSurname_IsNoReasonToWarn(string surname)
    {
        await EnrolAsync(surname);
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        using var page = await tablet.GetAsync(Bed);

        Assert.Null(page.QuerySelector("[data-same-surname]"));
        Assert.Null(page.QuerySelector("[data-birth-date]"));
    }

    [Fact]
    public async Task X32_OnceTheOthersCourseIsOver_NobodyIsWarned()
    {
        await EnrolAsync("Тестова");
        var other = (await _site.Services.GetRequiredService<Web.Steps.ChainDesk>().ListAsync(_site.Database, default).SingleAsync(chain => chain.Coi != Coi)).Coi;
        using var investigator = await _site.TabletAsync(Role.Investigator);
        using var ended = await investigator.TakeAsync(Tablet.Step("Enrolment", "chain.discontinue", other), "end", [_site.Crew(Role.Investigator)], ("reason", "withdrawn"));
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        using var page = await tablet.GetAsync(Bed);

        Assert.Equal("Discontinued", (await _site.ChainAsync(other)).Product.ToString());
        Assert.Null(page.QuerySelector("[data-same-surname]"));
    }

    [Fact]
    public async Task X32_WhereNoNameIsShown_TheBirthDateIsNeither()
    {
        await EnrolAsync("Тестова");
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");

        using var page = await tablet.GetAsync(Tablet.Step("CellStore", "bag.return", Coi, _bag.Id.ToString()));

        Assert.Contains("Compare the subject number", page.QuerySelector("[data-same-surname]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1980", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task X32_WhoWasEnrolledBefore_IsMarkedAtTheStart_AsIfEnrolledNow()
    {
        await EnrolAsync("Тестова");
        var before = await MarksAsync();
        await _site.SqlAsync("update participant set surname_digest = null");

        var filled = await _site.Services.GetRequiredService<SurnameMarks>().FillAsync(default);

        Assert.Equal((2, 1), (filled, before.Distinct().Count()));
        Assert.Equal(before, await MarksAsync());
        Assert.Equal(0, await _site.Services.GetRequiredService<SurnameMarks>().FillAsync(default));
    }

    [Theory]
    [InlineData("surname_digest", "mark of same surnames")]
    [InlineData("person_digest", "mark of the same person")]
    public async Task X32_MarkChangedInTheDatabase_IsFoundByVerify(string mark, string words)
    {
        await EnrolAsync("Тестова");
        string[] verify = ["verify", "--database", Path.Combine(_site.Folder, "hemc101.db"), "--keys", Path.Combine(_site.Folder, "keys")];
        var good = await Terminal.RunAsync("", verify);
        await _site.SqlAsync($"update participant set {mark} = replace({mark}, substr({mark}, 1, 4), '0000')");

        var (code, _, error) = await Terminal.RunAsync("", verify);

        Assert.Equal((0, ""), (good.Code, good.Error));
        Assert.Equal(1, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string?>> MarksAsync() =>
        [.. (await Storage.Registry.Participants.ListAsync(_site.Database, default)).Select(row => row.SurnameDigest)];

    private async Task EnrolAsync(string surname)
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator);
        var (investigator, coordinator) = (_site.Crew(Role.Investigator), _site.Crew(Role.Coordinator));
        using var answer = await tablet.PostAsync(
            "/Enrolment/New",
            null,
            [
                ("Attempt", Guid.NewGuid().ToString("N")), ("Input.Surname", surname), ("Input.GivenName", "Анна"), ("Input.BirthDate", "1990-05-17"),
                ("Input.ConsentedOn", MoscowTime.DayOf(_site.Time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.ConsentVersion", "2.0"),
                ("Input.Diagnosis", "ALL"), ("Input.Weight", "70"), ("Input.LongTermFollowUp", "true"), ("Input.InclusionMet", "true"),
                ("Input.NoExclusion", "true"), ("Input.NoGeneTherapy", "true"), ("Signers[0].Signer", investigator.Badge), ("Signers[0].Secret", investigator.Pin),
                ("Signers[1].Signer", coordinator.Badge), ("Signers[1].Secret", coordinator.Pin),
            ]);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
    }
}
