using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Help;

/// <summary>The help is the rule book itself: whatever the catalogue and the machines know stands there, in the reader's language.</summary>
public sealed class HelpTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("band.bind"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task EveryStepWithItsGates_IsTold(string language)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse, language);
        var page = await tablet.GetAsync("/help");

        foreach (var step in StepCatalogue.All)
        {
            var told = page.QuerySelector($"[data-help-step='{step.Id}']")?.TextContent ?? "";
            Assert.Contains(In(language, step.Name), told, StringComparison.Ordinal);
            Assert.All(step.Gates.Concat(step.Checks), gate => Assert.Contains(In(language, gate.Reason), told, StringComparison.Ordinal));
            Assert.All(step.Signatures, demand => Assert.Contains(In(language, MeaningNames.Of(demand.Meaning)), told, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task EveryWayOfTheMachines_IsARow()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var page = await tablet.GetAsync("/help");

        Assert.Equal(Ways<ProductState, ProductTrigger>(Transitions.Next), page.QuerySelectorAll("[data-help-machine=product] tbody tr").Length);
        Assert.Equal(Ways<BagState, BagTrigger>(Transitions.Next), page.QuerySelectorAll("[data-help-machine=bag] tbody tr").Length);
        Assert.Equal(5, page.QuerySelectorAll("[data-help-machine]").Length);
    }

    private static string In(string language, Text text) => language == "ru" ? text.Ru : text.En;

    private static int Ways<TState, TTrigger>(Func<TState, TTrigger, TState?> next)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        Enum.GetValues<TState>().Sum(state => Enum.GetValues<TTrigger>().Count(trigger => next(state, trigger) is not null));
}
