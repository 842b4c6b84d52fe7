using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class SecretStateNamesTests
{
    [Fact]
    public void EveryState_HasANameOfItsOwn_InBothLanguages()
    {
        var names = Enum.GetValues<SecretState>().Select(state => state.Name()).ToList();

        Assert.Equal(names.Count, names.DistinctBy(name => name.Ru).Count());
        Assert.Equal(names.Count, names.DistinctBy(name => name.En).Count());
    }
}
