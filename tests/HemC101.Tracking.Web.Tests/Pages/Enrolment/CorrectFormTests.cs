using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Enrolment;

/// <summary>X-31 of a chain that was enrolled with the full name on its labels, while the settings ask for coded ones by now.</summary>
public sealed class CorrectFormTests : IAsyncLifetime
{
    private static readonly PersonalData Before = new("Тестова", "Анна", "Сергеевна", new(1980, 5, 17));

    private LiveSite _site = null!;
    private CoiId _coi;

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync();
        await IssueAsync("named-1", "FullName");
        var (director, legs) = (_site.Director(), DemoLeg.UpTo("collection.complete"));
        _coi = await director.EnrolAsync(Before, default);
        foreach (var leg in legs)
        {
            await director.DoAsync(_coi, leg, default);
        }

        _site.Time.Advance(legs.Aggregate(TimeSpan.FromMinutes(2), (sum, leg) => sum + leg.Wait));
        await IssueAsync("coded-1", "Coded");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Name_TooLongForTheLabelsOfThisChain_IsRefused()
    {
        var refused = Assert.IsType<CorrectIdentityOutcome.Refused>(await CorrectAsync(Before with { Surname = new('Ш', 34) }));

        Assert.All(refused.Reasons, reason => Assert.Equal(LabelFit.Code, reason.Code));
        Assert.Contains(refused.Reasons, reason => reason.Reason.En.Contains("full_name", StringComparison.Ordinal) && !reason.Reason.En.Contains("ristband", StringComparison.Ordinal));
        Assert.Empty((await _site.ChainAsync(_coi)).IdentityChanges);
    }

    /// <summary>The tag waits for a printer: it will say the new name, and is on no list.</summary>
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task GivenName_IsOnTheListOfTheBag_AndThePageSaysItInFull(string language)
    {
        Assert.IsType<CorrectIdentityOutcome.Corrected>(await CorrectAsync(Before with { GivenName = "Алла" }));

        var chain = await _site.ChainAsync(_coi);
        var listed = chain.IdentityChanges[0].Labels.Select(serial => chain.Prints[serial]).Select(print => (print.Kind, print.Carrier)).ToList();
        Assert.Contains((LabelKind.CollectionBag, Carrier.PrimaryBag), listed);
        Assert.DoesNotContain((LabelKind.CollectionBag, Carrier.Tag), listed);
        using var nurse = await _site.TabletAsync(Role.ApheresisNurse, language);
        using var page = await nurse.GetAsync(Tablet.Step("Apheresis", "collection.disconnect", _coi, $"{chain.CurrentCollection!.Donation}"));
        var said = page.QuerySelectorAll("[data-former-identity]").Single(one => one.GetAttribute("data-former-identity") == $"{chain.LivePrimaryPrint($"{chain.CurrentCollection.Donation}")!.Serial}");
        Assert.Contains(Before.FullName, said.QuerySelector("[data-former-said]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<CorrectIdentityOutcome> CorrectAsync(PersonalData person)
    {
        Signer[] signers = [.. new[] { Role.Investigator, Role.Coordinator }.Select(role => new Signer(_site.Crew(role).Person, AuthenticationMethod.BadgeAndPin))];
        var seen = (await _site.ChainAsync(_coi)).PersonalDataHash;
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CorrectIdentity>().RunAsync(new(Guid.NewGuid().ToString("N"), _coi, person, seen, "typing-error", "ID-7", signers), default);
    }

    private async Task IssueAsync(string version, string identity)
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson, "en");
        using var issued = await SettingsForms.IssueAsync(
            tablet, [_site.Crew(Role.QualifiedPerson), _site.Crew(Role.QualityAssurance)], version, ("v:label.identity", identity));
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
    }
}
