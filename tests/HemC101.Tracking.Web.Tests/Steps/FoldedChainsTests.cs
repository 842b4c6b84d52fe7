using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Tests.Steps;

public sealed class FoldedChainsTests
{
    private readonly FoldedChains _folded = new(most: 3);

    [Fact]
    public void Keep_MoreThanThereIsRoomFor_LetsGoOfThoseUnusedLongest()
    {
        Keep(1, 2, 3);
        _folded.Find(CoiOf(1));

        Keep(4);

        Assert.Equal([1, 3, 4], Kept(1, 2, 3, 4));
    }

    [Fact]
    public void Keep_AListLongerThanTheRoom_LeavesMostInTheirPlace()
    {
        Keep(1, 2, 3);

        foreach (var n in Enumerable.Range(1, 9))
        {
            if (_folded.Find(CoiOf(n)) is null)
            {
                _folded.Keep(ChainOf(n), isPassing: true);
            }
        }

        Assert.Equal([2, 3], Kept(1, 2, 3));
    }

    [Fact]
    public void Keep_ANewerState_TakesThePlaceOfTheOlder()
    {
        Keep(1, 2);
        var newer = ChainOf(1) with { Version = 3 };

        _folded.Keep(newer, isPassing: true);

        Assert.Same(newer, _folded.Find(CoiOf(1)));
        Assert.Equal([1, 2], Kept(1, 2));
    }

    private static CoiId CoiOf(int n) => CoiId.Issue(FacilityNumber.Parse("A9999"), 2030, n);

    private static ChainState ChainOf(int n) => new()
    {
        Coi = CoiOf(n),
        Subject = SubjectNumber.Issue(1, n),
        Patient = PatientKey.Issue("460999999", n),
        PersonalDataHash = "",
        ConsentedOn = new(2030, 1, 1),
    };

    private void Keep(params IEnumerable<int> chains)
    {
        foreach (var n in chains)
        {
            _folded.Keep(ChainOf(n), isPassing: false);
        }
    }

    private IEnumerable<int> Kept(params IEnumerable<int> chains) => [.. chains.Where(n => _folded.Find(CoiOf(n)) is not null)];
}
