using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>What a script would lead to. The rules are asked; nothing is written and no number is drawn.</summary>
internal static class DemoAhead
{
    private const int LastDonation = 999_999;
    private const int LastBatch = 999;
    private const long LastSerial = 999_999_990;

    public static Decision Decide(DemoScript script) => RuleBook.Decide(script.Step, script.Facts with { Fresh = Numbers(script.Facts) });

    public static ChainState After(DemoScript script, Decision.Taken taken)
    {
        var (chain, facts) = (script.Facts.Chain, script.Facts);
        var act = new Act(
            facts.SignedIn!.Number, script.Step.Station.ToString(), facts.Now, facts.Now, script.Step.Id, [],
            [.. taken.Signed.Select(one => one.Sign(facts.Now, ""))],
            facts.Settings.Version);
        return taken.Events.Aggregate(chain, (before, what) => before.Apply(new Happened(before.Version + 1, what, act)));
    }

    /// <summary>The last numbers there are: no chain has come so far.</summary>
    private static FreshNumbers Numbers(Facts facts)
    {
        var year = MoscowTime.DayOf(facts.Now).Year;
        return new(
            DonationNumber.Issue(FacilityNumber.Parse(facts.Settings.FacilityNumber), year, LastDonation),
            BatchNumber.Issue(year, LastBatch),
            [.. Enumerable.Range(0, 4).Select(at => PrintSerial.Issue(LastSerial + at))]);
    }
}
