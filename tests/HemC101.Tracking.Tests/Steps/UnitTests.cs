using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

public sealed class UnitTests
{
    public static TheoryData<string> Units =>
    [
        .. StepCatalogue.All.SelectMany(step => step.Record).OfType<NumberField>().Select(number => number.Unit)
            .Concat(MasterProcess.Demo.Units.SelectMany(unit => unit.Parameters).Select(parameter => parameter.Unit)).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Unit_InEnglish_HasNoRussianLetter(string unit) =>
        Assert.DoesNotContain(new NumberField("n", new("n", "n"), unit, 0, 1, 0).UnitName.En, letter => letter is >= 'А' and <= 'я');
}
