using System.Globalization;
using HemC101.Tracking.Web.Papers;

namespace HemC101.Tracking.Web.Tests.Papers;

/// <summary>What an exception's paper says of a dose below the least.</summary>
public sealed class OutOfSpecificationTests
{
    [Theory]
    [InlineData("0.496", "0.496")]
    [InlineData("0.4", "0.400")]
    public void Dose_IsSaidAsItWasRecorded(string dose, string said)
    {
        var text = Assert.Single(OutOfSpecification.Dose(decimal.Parse(dose, CultureInfo.InvariantCulture)));

        Assert.Equal($"dose {said}×10⁶/kg, below the least", text.En);
        Assert.Equal($"доза {said.Replace('.', ',')}×10⁶/кг, меньше наименьшей", text.Ru);
    }

    [Fact]
    public void NoDose_SaysNothing() => Assert.Empty(OutOfSpecification.Dose(null));
}
