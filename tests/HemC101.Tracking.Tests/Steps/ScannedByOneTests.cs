using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>At the bed nobody goes on with another's scans, whoever has taken over the tablet meanwhile.</summary>
public sealed class ScannedByOneTests
{
    private static readonly Person Nurse1 = Crew.Of(Role.WardNurse, 1);
    private static readonly Person Nurse2 = Crew.Of(Role.WardNurse, 2);

    [Theory]
    [InlineData("bedside.first")]
    [InlineData("bedside.second")]
    [InlineData("infusion.start")]
    public void Round_WithAScanOfSomebodyElse_IsRefused(string step)
    {
        var story = Story.UpTo(step);

        var own = story.Try(step, "1").By(Nurse2).But(facts => Scanned(facts, Nurse2, Nurse2)).Codes();
        var mixed = story.Try(step, "1").By(Nurse2).But(facts => Scanned(facts, Nurse1, Nurse2)).Codes();
        var foreign = story.Try(step, "1").By(Nurse2).But(facts => Scanned(facts, Nurse1, Nurse1)).Codes();

        Assert.DoesNotContain("scanned-by-another", own);
        Assert.Contains("scanned-by-another", mixed);
        Assert.Contains("scanned-by-another", foreign);
    }

    [Fact]
    public void StepThatTwoDoTogether_WithAScanOfSomebodyElse_IsNotRefusedForIt() => Assert.DoesNotContain(
        "scanned-by-another",
        Story.UpTo("batch.open").Try("batch.open").But(facts => Scanned(facts, Nurse1, Nurse2)).Codes());

    [Fact]
    public void Catalogue_StepsScannedByOne_AreSignedByOne() =>
        Assert.All(StepCatalogue.All.Where(step => step.ScannedByOne), step => Assert.Single(step.Signatures));

    private static Facts Scanned(Facts facts, Person first, Person others)
    {
        var at = 0;
        return facts with
        {
            Scans = facts.Scans.OrderBy(scan => scan.Key, StringComparer.Ordinal).Aggregate(
                facts.Scans,
                (scans, scan) => scans.SetItem(
                    scan.Key, scan.Value with { Evidence = scan.Value.Evidence with { By = (at++ == 0 ? first : others).Number } })),
        };
    }
}
