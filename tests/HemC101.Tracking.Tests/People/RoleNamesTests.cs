using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class RoleNamesTests
{
    [Fact]
    public void Name_EveryRole_IsItsOwnInBothLanguages()
    {
        var names = Enum.GetValues<Role>().Select(role => role.Name()).ToList();

        Assert.Equal(names.Count, names.Select(name => name.Ru).Distinct().Count());
        Assert.Equal(names.Count, names.Select(name => name.En).Distinct().Count());
    }
}
