using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Each gate of the ward unmet, one at a time.</summary>
public sealed class WardGateTests
{
    private static readonly ToleranceInputs Calm = new(0, 0, 0, 36.6m, 97, false, false, "none", false);

    private static readonly Dictionary<string, Func<ChainState, DateTimeOffset, ChainState>> Spoilt = new()
    {
        ["not-released"] = (chain, _) => chain with { Batches = [.. chain.Batches.Select(batch => batch with { State = BatchState.Rejected })] },
        ["failed-test"] = (chain, now) => chain with
        {
            Batches = [.. chain.Batches.Select(batch => batch with
            {
                Results = batch.Results.SetItem("final_sterility", new("final_sterility", 0, QcVerdict.Fail, now)),
            })],
        },
        ["bag-expired"] = (chain, now) => chain with { Bags = [.. chain.Bags.Select(bag => bag with { ExpiresAt = now })] },
        ["expiry-short"] = (chain, now) => chain with { Bags = [.. chain.Bags.Select(bag => bag with { ExpiresAt = now.AddMinutes(20) })] },
        ["lymphodepletion-window"] = (chain, now) => chain with { LymphodepletionLastDoseAt = now.AddDays(-15) },
        ["not-ready"] = (chain, now) => Ready(chain, ready => ready with { ValidUntil = now.AddSeconds(-1) }),
        ["clocks-short"] = (chain, now) => Ready(chain, ready => ready with { ValidUntil = now.AddMinutes(59) }),
        ["windows-short"] = (chain, now) => chain with { LymphodepletionLastDoseAt = now.AddDays(-14).AddMinutes(30) },
        ["cultures"] = (chain, now) => Ready(chain, ready => ready with { CulturesCheckedAt = now.AddHours(-73) }),
        ["unconfirmed-act"] = (chain, now) => chain with
        {
            SafetyActs = [new(1, "infusion.stop", "", Crew.Of(Role.WardNurse).Number, now.AddHours(-1), [ActDoubt.LapsedSession])],
        },
        ["day1-open"] = (chain, _) => chain with
        {
            Bags = [.. chain.Bags.Select(bag => bag.Day == 1 ? bag with { State = BagState.Discarded } : bag)],
        },
        ["no-go"] = (chain, now) => chain with { ToleranceDecision = new(Tolerance.Go, now.AddHours(-7), now.AddSeconds(-1)) },
        ["dose-interval"] = (chain, now) => chain with
        {
            Bags = [.. chain.Bags.Select(bag => bag.Day == 1 ? bag with { InfusionStartedAt = now.AddHours(-73) } : bag)],
        },
        ["other-bag-open"] = (chain, _) => chain with
        {
            Bags = [.. chain.Bags.Select(bag => bag.Day == 1 ? bag with { State = BagState.Paused } : bag)],
        },
        ["revoked"] = (chain, now) => chain with { ToleranceDecision = new(Tolerance.NoGo, now, null) },
        ["thaw-clock"] = (chain, now) => chain with { Bags = [.. chain.Bags.Select(bag => bag with { PostThawExpiresAt = now.AddSeconds(-1) })] },
        ["start-window"] = (chain, now) => chain with { Bags = [.. chain.Bags.Select(bag => bag with { StartBefore = now.AddSeconds(-1) })] },
        ["label-of-other-day"] = (chain, _) => chain with { Bags = [.. chain.Bags.Select(bag => bag.Day == 2 ? bag with { RedesignatedTo = 1 } : bag)] },
        ["no-such-dose"] = (chain, _) => chain with { Bags = [.. chain.Bags.Where(bag => bag.Day == 1)] },
        ["band-outdated"] = (chain, now) => chain with { IdentityChanges = [Corrected(chain.BandInstance, now) with { Relabel = false }] },
        ["relabel-undecided"] = (chain, now) => chain with { IdentityChanges = [Corrected(chain.BandInstance - 1, now)] },
        ["not-confirmed"] = (chain, _) => chain with { Batches = [.. chain.Batches.Select(batch => batch with { BagsConfirmed = false })] },
    };

    public static TheoryData<string, string> Gates
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (var stepId in new[]
            {
                "bag.reserve", "bag.issue", "bag.clear", "thaw.start", "bedside.first", "bedside.second", "infusion.start", "readiness.sign",
            })
            {
                foreach (var gate in StepCatalogue.Get(stepId).Gates.Where(gate => gate.Code is not ("first-done" or "no-first-round" or "not-thawed" or "scanner-untested" or "settings-changed" or "settings-resign" or "paper-unconfirmed")))
                {
                    data.Add(stepId, gate.Code);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public void Day2Step_WithOneGateUnmet_NamesThatGate(string stepId, string code)
    {
        var attempt = Story.UpTo(stepId, "2").Try(stepId, "2");
        Assert.Empty(attempt.Codes());

        Assert.Contains(code, attempt.But(facts => facts with { Chain = Spoilt[code](facts.Chain, facts.Now) }).Codes());
    }

    [Theory]
    [InlineData("bag.reserve")]
    [InlineData("thaw.start")]
    public void Day2Bag_WithoutAnyDecision_StaysFrozen(string stepId) =>
        Assert.Contains("no-go", Story.UpTo(stepId, "2").Try(stepId, "2")
            .But(facts => facts with { Chain = facts.Chain with { ToleranceDecision = null } }).Codes());

    [Fact]
    public void Day2Bag_WhileDay1Runs_StaysFrozen()
    {
        var codes = Story.UpTo("infusion.end", "1").Try("bag.reserve", "2").Codes();

        Assert.Contains("day1-open", codes);
        Assert.Contains("no-go", codes);
        Assert.Contains("not-ready", codes);
    }

    [Theory]
    [InlineData("defer")]
    [InlineData("no-go")]
    public void Day2Bag_AfterADecisionThatIsNoGo_StaysFrozen(string decision)
    {
        var story = Story.UpTo("tolerance.decide").Try("tolerance.decide").With("decision", decision).Take().Do("readiness.sign", "2");

        Assert.Equal(["no-go"], story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Decision_MorePermissiveThanTheRule_IsRefused() =>
        Assert.Equal(["more-permissive"], Story.UpTo("tolerance.decide").Try("tolerance.decide").With("crs", "1").Codes());

    [Theory]
    [InlineData("temperature", "38.0", "fever")]
    [InlineData("spo2", "91", "spo2")]
    [InlineData("cultures", "positive", "culture-positive")]
    public void Readiness_OfAnUnfitParticipant_IsRefused(string field, string value, string code) =>
        Assert.Equal([code], Story.UpTo("readiness.sign").Try("readiness.sign", "1").With(field, value).Codes());

    [Fact]
    public void Start_AfterACultureTurnedPositive_IsRefused()
    {
        var story = Story.UpTo("infusion.start");
        story.Happen(
            new ReadinessSigned(1, 36.6m, 97, 10, "positive", story.Now, story.Now.AddHours(24)), Crew.Of(Role.Investigator), "readiness.sign");

        Assert.Equal(["revoked", "cultures"], story.Try("infusion.start", "1").Codes());
    }

    [Fact]
    public void Start_WithReadinessLapsedAfterTheThaw_StillGoesOn() =>
        Assert.Empty(Story.UpTo("infusion.start").Try("infusion.start", "1")
            .But(facts => facts with { Chain = Ready(facts.Chain, ready => ready with { ValidUntil = facts.Now.AddMinutes(-1) }) }).Codes());

    [Fact]
    public void Tolerance_OfACalmDay1_ProposesGo() =>
        Assert.Equal(Tolerance.Go, ToleranceRule.Propose(Calm, 1m, TimeSpan.FromHours(24), new()));

    private static IdentityChange Corrected(int band, DateTimeOffset now) => new(1, 1, ["surname"], "former", band, now, [PrintSerial.Issue(1)]);

    private static ChainState Ready(ChainState chain, Func<Readiness, Readiness> change) =>
        chain with { Readiness = chain.Readiness.ToImmutableDictionary(pair => pair.Key, pair => change(pair.Value)) };
}
