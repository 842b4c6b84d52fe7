using System.Globalization;
using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Enrolment;

public sealed class NewTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Post_GoodInput_Enrols()
    {
        using var answer = await PostAsync("ru", "Input.Surname", "О’Коннор-Ёлкина Мл.");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/Chains/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Surname", "Иванова2", "Фамилия: в имени не бывает цифр", "Surname: a name holds no digits")]
    [InlineData("Input.GivenName", "<b>Анна</b>", "Имя: знаку «<» здесь не место", "Given name: the sign \"<\" has no place here")]
    [InlineData("Input.GivenName", "Анна\tМария", "Имя: знаку «U+0009» здесь не место", "Given name: the sign \"U+0009\" has no place here")]
    [InlineData("Input.Patronymic", "-", "Отчество: имя начинается с буквы", "Patronymic: a name begins with a letter")]
    [InlineData("Input.Surname", " ", "Фамилия: заполните", "Surname: fill it in")]
    [InlineData("Input.Surname", "A*101", "Фамилия: не длиннее 100 знаков", "Surname: at most 100 characters")]
    [InlineData("Input.BirthDate", "31.02.1990", "Дата рождения: укажите день, месяц и год", "Birth date: give day, month and year")]
    [InlineData("Input.ConsentVersion", "новая", "Версия согласия: только номер", "Consent version: the number only")]
    [InlineData("Input.Diagnosis", "COLD", "Диагноз: выберите из списка", "Diagnosis: choose from the list")]
    [InlineData("Input.Weight", "700", "Масса тела: число от 30 до 250 кг", "Weight: a number from 30 to 250 kg")]
    public async Task Post_OneFieldWrong_NamesTheFieldAndWhy_AtTheFieldToo(string field, string value, string ru, string en)
    {
        value = value == "A*101" ? new string('A', 101) : value;
        foreach (var (language, sentence) in new[] { ("ru", ru), ("en", en) })
        {
            using var answer = await PostAsync(language, field, value);

            Assert.Contains(sentence, Assert.Single((await Tablet.SaysAsync(answer)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), StringComparison.Ordinal);
            var page = await Desk.PageAsync(answer);
            var marked = Assert.Single(page.QuerySelectorAll("[aria-invalid=true]"));
            Assert.Equal(field, marked.GetAttribute("name"));
            Assert.Contains(sentence, page.GetElementById(marked.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ru", "Дата рождения ещё не наступила")]
    [InlineData("en", "The birth date is in the future")]
    public async Task Post_BirthDateInTheFuture_SaysSo_AndSpeaksOfNoAge(string language, string sentence)
    {
        var next = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddYears(4).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        using var answer = await PostAsync(language, "Input.BirthDate", next);

        var said = await Tablet.SaysAsync(answer);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("-4", said, StringComparison.Ordinal);
        Assert.DoesNotContain("лет", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "не подтверждены двумя копиями")]
    [InlineData("en", "not proven to be kept in two copies")]
    public async Task NewKey_OfWhichNoCopyWasProven_EnrolsNobody_AndSaysSoBeforeAnythingIsFilledIn(string language, string sentence)
    {
        var now = TimeProvider.System.GetUtcNow();
        _site.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(365));
        using var tablet = await _site.TabletAsync(Role.Coordinator, language);

        using var page = await tablet.GetAsync("/Enrolment/New");
        using var answer = await PostAsync(language, "Input.Surname", "Тестова");

        Assert.Contains(sentence, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(0, await Storage.Registry.Participants.CountAsync(_site.Database, default));
    }

    private async Task<HttpResponseMessage> PostAsync(string language, string field, string value)
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator, language);
        var (investigator, coordinator) = (_site.Crew(Role.Investigator), _site.Crew(Role.Coordinator));
        var fields = new Dictionary<string, string>
        {
            ["Attempt"] = Guid.NewGuid().ToString("N"),
            ["Input.Surname"] = "Тестова",
            ["Input.GivenName"] = "Анна",
            ["Input.BirthDate"] = "1980-05-17",
            ["Input.ConsentedOn"] = MoscowTime.DayOf(_site.Time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Input.ConsentVersion"] = "2.0",
            ["Input.Diagnosis"] = "ALL",
            ["Input.Weight"] = "70",
            ["Input.LongTermFollowUp"] = "true",
            ["Input.InclusionMet"] = "true",
            ["Input.NoExclusion"] = "true",
            ["Input.NoGeneTherapy"] = "true",
            ["Signers[0].Signer"] = investigator.Badge,
            ["Signers[0].Secret"] = investigator.Pin,
            ["Signers[1].Signer"] = coordinator.Badge,
            ["Signers[1].Secret"] = coordinator.Pin,
            [field] = value,
        };
        return await tablet.PostAsync("/Enrolment/New", null, fields.Select(pair => (pair.Key, pair.Value)));
    }
}
