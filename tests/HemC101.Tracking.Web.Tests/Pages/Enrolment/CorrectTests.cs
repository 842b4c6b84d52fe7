using System.Net;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Enrolment;

/// <summary>X-31 by its pages.</summary>
public sealed class CorrectTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bag.clear", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Post_NewSurname_KeepsTheFormerSealed_AndListsTheLabels()
    {
        var before = await _site.ChainAsync(Coi);
        var former = await PersonAsync(before);

        using var answer = await PostAsync(await FormAsync(), ("Input.Surname", "Ветрова-Дальняя"));

        Assert.Equal((HttpStatusCode.Redirect, $"/Chains/{Coi}/Identity"), (answer.StatusCode, $"{answer.Headers.Location}"));
        var after = await _site.ChainAsync(Coi);
        Assert.Equal("Ветрова-Дальняя", (await PersonAsync(after)).Surname);
        var row = Assert.Single(await FormerIdentities.ListAsync(_site.Database, after.Subject, default));
        Assert.Equal(former, _site.Services.GetRequiredService<PersonalDataVault>().OpenFormer(row, before.PersonalDataHash));
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        using var page = await quality.GetAsync($"/Chains/{Coi}/Identity");
        Assert.Equal(after.IdentityChanges[0].Labels.Count, page.QuerySelectorAll("[data-label]").Length);
        Assert.Single(page.QuerySelectorAll("[data-fate=ReplaceBand]"));
        Assert.NotNull(page.QuerySelector("a[href*='identity.relabel']"));
        Assert.DoesNotContain("Ветров", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(former.Surname, page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        await AssertVerifiesAsync();
    }

    /// <summary>The ward does not have to look for it: the outdated band stands on the work lists, then the new one to be put on.</summary>
    [Fact]
    public async Task OutdatedBand_StandsOnTheWorkListsOfTheWard_UntilTheNewOneIsOn()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        Assert.DoesNotContain($"/band.replace/{Coi}", await CalledForAsync(nurse), StringComparison.Ordinal);

        using (await PostAsync(await FormAsync(), ("Input.Surname", "Ветрова")))
        {
        }

        Assert.Contains($"/band.replace/{Coi}", await CalledForAsync(nurse), StringComparison.Ordinal);
        Assert.Contains($"/band.replace/{Coi}", await CalledForAsync(nurse, "/"), StringComparison.Ordinal);
        using var laboratory = await _site.TabletAsync(Role.LabOperator);
        Assert.DoesNotContain("band.replace", await CalledForAsync(laboratory, "/"), StringComparison.Ordinal);
        using var replaced = await nurse.TakeAsync(
            Tablet.Step("Enrolment", "band.replace", Coi), "band", [_site.Crew(Role.WardNurse), _site.Crew(Role.WardNurse, 1)],
            ("stated_name", "true"), ("stated_birth_date", "true"), ("document", "true"), ("reason", "data-changed"));
        Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);
        Assert.DoesNotContain("band.replace", await CalledForAsync(nurse), StringComparison.Ordinal);
        Assert.Contains($"/band.bind/{Coi}", await CalledForAsync(nurse), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Замените браслет", "Этикетка действительна")]
    [InlineData("en", "Replace the band", "The label is valid")]
    public async Task PagesOfSteps_SayWhatTheOldLabelsSay_AndHowToCompare(string language, string band, string bag)
    {
        var former = await PersonAsync(await _site.ChainAsync(Coi));
        using (await PostAsync(await FormAsync(), ("Input.Surname", "Ющенко")))
        {
        }

        using var nurse = await _site.TabletAsync(Role.WardNurse, language);
        using var page = await nurse.GetAsync(Tablet.Step("Ward", "bag.clear", Coi, $"{(await _site.ChainAsync(Coi)).BagsOf(1).Last().Id}"));

        var said = page.QuerySelectorAll("[data-former-identity]").Select(one => one.TextContent).ToList();
        Assert.Contains(said, text => text.Contains(band, StringComparison.Ordinal) && text.Contains(former.FullName, StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains(bag, StringComparison.Ordinal) && text.Contains(former.Initials, StringComparison.Ordinal));
        using var laboratory = await _site.TabletAsync(Role.QualityAssurance, language);
        using var blind = await laboratory.GetAsync($"/Quality/Step/identity.relabel/{Coi}");
        Assert.Empty(blind.QuerySelectorAll("[data-former-said]"));
    }

    [Theory]
    [InlineData("Input.Surname", "Иванова2", "Фамилия: в имени не бывает цифр")]
    [InlineData("Input.Surname", "", "Фамилия: заполните")]
    [InlineData("Input.BirthDate", "31.02.1990", "Дата рождения: укажите день")]
    [InlineData("Input.Reason", "whim", "выберите ответ")]
    [InlineData("Input.Document", "паспорт", "латинские буквы")]
    [InlineData("Input.Document", "", "латинские буквы")]
    public async Task Post_OneFieldWrong_IsSaidAtTheField_AndNothingChanges(string field, string value, string sentence)
    {
        var before = await _site.ChainAsync(Coi);

        using var answer = await PostAsync(await FormAsync(), (field, value));

        var page = await Desk.PageAsync(answer);
        var marked = Assert.Single(page.QuerySelectorAll("[aria-invalid=true]"));
        Assert.Equal(field, marked.GetAttribute("name"));
        Assert.Contains(sentence, page.GetElementById(marked.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await _site.ChainAsync(Coi)).Version);
    }

    [Fact]
    public async Task Post_SignedByOneOnly_OrByWhoMayNot_ChangesNothing()
    {
        var before = await _site.ChainAsync(Coi);
        var one = _site.Crew(Role.Coordinator);
        foreach (var second in new[] { one, _site.Crew(Role.QualityAssurance) })
        {
            using var answer = await PostAsync(
                await FormAsync(), ("Input.Surname", "Ветрова"), ("Signers[0].Signer", one.Badge), ("Signers[0].Secret", one.Pin), ("Signers[1].Signer", second.Badge),
                ("Signers[1].Secret", second.Pin));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await Tablet.SaysAsync(answer));
        }

        Assert.Equal((before.Version, before.PersonalDataHash), ((await _site.ChainAsync(Coi)).Version, (await _site.ChainAsync(Coi)).PersonalDataHash));
        Assert.Empty(await FormerIdentities.ListAsync(_site.Database, default));
    }

    [Fact]
    public async Task TwoForms_OpenAtOnce_OneWins_AndTheOtherIsTold()
    {
        var (first, second) = (await FormAsync(), await FormAsync());

        var answers = await Task.WhenAll(PostAsync(first, ("Input.Surname", "Ветрова")), PostAsync(second, ("Input.Surname", "Бурова")));

        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Contains("только что исправил", await Tablet.SaysAsync(refused), StringComparison.Ordinal);
        Assert.Single((await _site.ChainAsync(Coi)).IdentityChanges);
        Assert.Single(await FormerIdentities.ListAsync(_site.Database, default));
        await AssertVerifiesAsync();
    }

    [Fact]
    public async Task SameForm_SentTwice_CorrectsOnce()
    {
        var form = await FormAsync();

        using var once = await PostAsync(form, ("Input.Surname", "Ветрова"));
        using var again = await PostAsync(form, ("Input.Surname", "Ветрова"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (once.StatusCode, again.StatusCode));
        Assert.Single((await _site.ChainAsync(Coi)).IdentityChanges);
    }

    [Fact]
    public async Task WriteThatFailsHalfway_LeavesNothing()
    {
        var before = await _site.ChainAsync(Coi);
        await _site.SqlAsync("update participant set patient_key = patient_key; create trigger broken before update on participant begin select raise(abort, 'broken'); end");

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var answer = await PostAsync(await FormAsync(), ("Input.Surname", "Ветрова"));
            answer.EnsureSuccessStatusCode();
        });

        Assert.Equal(before.Version, (await _site.ChainAsync(Coi)).Version);
        Assert.Empty(await FormerIdentities.ListAsync(_site.Database, default));
    }

    [Fact]
    public async Task FormerData_Altered_AreShownByNobody_AndFoundByVerify()
    {
        using (await PostAsync(await FormAsync(), ("Input.Surname", "Ветрова")))
        {
        }

        await _site.SqlAsync("drop trigger former_identity_refuses_update; update former_identity set personal_data_hash = (select personal_data_hash from participant limit 1), personal_data = (select personal_data from participant limit 1)");

        await using var session = await _site.Database.ReadAsync(default);
        Assert.Equal("former_identity", (await ProjectionCheck.FindAsync(session, default))!.Table);
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        using var page = await nurse.GetAsync(Tablet.Step("Ward", "bag.clear", Coi, $"{(await _site.ChainAsync(Coi)).BagsOf(1).Last().Id}"));
        Assert.NotEmpty(page.QuerySelectorAll("[data-former-identity]"));
        Assert.Empty(page.QuerySelectorAll("[data-former-said]"));
    }

    private async Task<PersonalData> PersonAsync(ChainState chain) =>
        (await _site.Services.GetRequiredService<PersonalDataVault>().OpenAsync(_site.Database, chain.Subject, chain.PersonalDataHash, default))!;

    /// <returns>The addresses of what is asked for now.</returns>
    private static async Task<string> CalledForAsync(Tablet tablet, string page = "/Ward")
    {
        using var shown = await tablet.GetAsync(page);
        return string.Join(' ', shown.QuerySelectorAll(".work-item:has([data-called-for])").Select(item => item.GetAttribute("href")));
    }

    private async Task AssertVerifiesAsync()
    {
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    /// <summary>As the page gives it, with everything that a person fills in besides.</summary>
    private async Task<Dictionary<string, string>> FormAsync()
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator);
        using var page = await tablet.GetAsync($"/Enrolment/Correct/{Coi}");
        var fields = page.QuerySelectorAll("form.step-form input[name]").OfType<IHtmlInputElement>()
            .Where(input => input.Name!.StartsWith("Input.", StringComparison.Ordinal) || input.Name == "Attempt").ToDictionary(input => input.Name!, input => input.Value);
        var (investigator, coordinator) = (_site.Crew(Role.Investigator), _site.Crew(Role.Coordinator));
        fields["Input.Reason"] = "name-changed";
        fields["Input.Document"] = "ZAGS-12";
        (fields["Signers[0].Signer"], fields["Signers[0].Secret"]) = (coordinator.Badge, coordinator.Pin);
        (fields["Signers[1].Signer"], fields["Signers[1].Secret"]) = (investigator.Badge, investigator.Pin);
        return fields;
    }

    private async Task<HttpResponseMessage> PostAsync(Dictionary<string, string> form, params (string Name, string Value)[] changed)
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator);
        var fields = new Dictionary<string, string>(form);
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return await tablet.PostAsync($"/Enrolment/Correct/{Coi}", null, [.. fields.Select(pair => (pair.Key, pair.Value))]);
    }
}
