using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class LabelFitTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private LabelFit Fit => _site.Services.GetRequiredService<LabelFit>();

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("Ли", "Ян", null)]
    [InlineData("Александрова-Константинопольская", "Елизавета", "Константиновна")]
    [InlineData("О’Коннор-Ёлкина Мл.", "Anna-María", "Йохансон кызы")]
    public async Task Person_WhoseNameFits_IsRefusedNothing(string surname, string given, string? patronymic) =>
        Assert.Empty(await RefusalsAsync(Fit, new(surname, given, patronymic, new(1980, 5, 17))));

    /// <summary>The wristband alone bears the whole name; nothing that is said repeats it.</summary>
    [Theory]
    [InlineData("Ш", 100)]
    [InlineData("漢", 2)]
    public async Task Person_WhoseNameDoesNot_IsToldWhichLabelAndField(string letter, int times)
    {
        var surname = string.Concat(Enumerable.Repeat(letter, times));

        var refusals = await RefusalsAsync(Fit, new(surname, "Анна", null, new(1980, 5, 17)));

        var band = Assert.Single(refusals, refusal => refusal.Reason.En.Contains("full_name", StringComparison.Ordinal));
        Assert.Equal(LabelFit.Code, band.Code);
        Assert.Contains("Браслет", band.Reason.Ru, StringComparison.Ordinal);
        Assert.All(refusals, refusal => Assert.DoesNotContain(surname, refusal.Reason.Ru + refusal.Reason.En, StringComparison.Ordinal));
    }

    /// <summary>What the house says of itself may be too long, too: said before the first participant has a number.</summary>
    [Fact]
    public async Task House_WithATooLongTelephone_IsToldWhichLabelItIsOn()
    {
        var house = new LabelOptions { TransportPhone = string.Join(", ", Enumerable.Repeat("+7 000 000-00-00", 6)) };
        var fit = ActivatorUtilities.CreateInstance<LabelFit>(_site.Services, Options.Create(house));

        var refusal = Assert.Single(await RefusalsAsync(fit, new("Тестова", "Анна", null, new(1980, 5, 17))));

        Assert.Contains("phone", refusal.Reason.En, StringComparison.Ordinal);
    }

    /// <summary>Where a text stands on some labels only, or in some directions, it is tried there.</summary>
    [Theory]
    [InlineData(nameof(LabelOptions.Ward), "to")]
    [InlineData(nameof(LabelOptions.ApheresisUnit), "from")]
    [InlineData(nameof(LabelOptions.CollectionProduct), "product_name")]
    [InlineData(nameof(LabelOptions.Hospital), "unit")]
    public async Task House_WithATextTooLongForOneLabel_IsTold(string option, string field)
    {
        var house = new LabelOptions();
        typeof(LabelOptions).GetProperty(option)!.SetValue(house, string.Join(' ', Enumerable.Repeat("длинно", 60)));
        var fit = ActivatorUtilities.CreateInstance<LabelFit>(_site.Services, Options.Create(house));

        var refusals = await RefusalsAsync(fit, new("Тестова", "Анна", null, new(1980, 5, 17)));

        Assert.Contains(refusals, refusal => refusal.Reason.En.Contains($"“{field}”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LabelIdentityMode.Coded, LabelProfile.Bmcp180, false, 200, false)]
    [InlineData(LabelIdentityMode.FullName, LabelProfile.Bmcp180, true, 14, false)]
    [InlineData(LabelIdentityMode.FullName, LabelProfile.Imp, true, 34, true)]
    public async Task Person_InEveryForm_IsProvenToFit(LabelIdentityMode identity, LabelProfile profile, bool english, int letters, bool isRefused)
    {
        var form = new LabelForm(identity, profile, english);

        var refusals = await Fit.RefusalsAsync(_site.Database, new(new string('Ш', letters), "Анна", null, new(1980, 5, 17)), new StudySettings(), form, default);

        Assert.Equal(isRefused, refusals.Any(refusal => !refusal.Reason.En.Contains("Wristband", StringComparison.OrdinalIgnoreCase)));
    }

    private Task<IReadOnlyList<Refusal>> RefusalsAsync(LabelFit fit, PersonalData person) =>
        fit.RefusalsAsync(_site.Database, person, new StudySettings(), LabelForm.Default, default);
}
