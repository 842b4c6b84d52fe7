using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

public sealed class QcTestTests
{
    [Theory]
    [InlineData("viability", 69.999, QcVerdict.Fail)]
    [InlineData("viability", 70, QcVerdict.Pass)]
    [InlineData("cd3", 70, QcVerdict.Pass)]
    [InlineData("car", 9.9, QcVerdict.Fail)]
    [InlineData("car", 10, QcVerdict.Pass)]
    [InlineData("vcn", 4.999, QcVerdict.Pass)]
    [InlineData("vcn", 5, QcVerdict.Fail)]
    [InlineData("endotoxin", 5, QcVerdict.Fail)]
    [InlineData("endotoxin", 0, QcVerdict.Pass)]
    [InlineData("mycoplasma", 1, QcVerdict.Pass)]
    [InlineData("mycoplasma", 0, QcVerdict.Fail)]
    [InlineData("sterility-final", 2, QcVerdict.Fail)]
    public void Judge_AtItsLimit_KnowsInclusiveFromExclusive(string test, double value, QcVerdict verdict) =>
        Assert.Equal(verdict, Specification.Demo.Test(test).Judge((decimal)value));

    [Fact]
    public void Test_ThatTheSpecificationDoesNotHave_Throws() =>
        Assert.Throws<ArgumentException>(() => Specification.Demo.Test("none"));
}
