using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Tests.Demo;

public sealed class DemoSettingsTests
{
    /// <summary>Else nobody could change a single value of the demonstration.</summary>
    [Fact]
    public void Demonstration_ShipsASetThatIsPossible()
    {
        Assert.Empty(SettingsRules.Refusals(DemoSeeder.Settings));
        Assert.Empty(IssueRules.Faults(DemoSeeder.Settings));
    }
}
