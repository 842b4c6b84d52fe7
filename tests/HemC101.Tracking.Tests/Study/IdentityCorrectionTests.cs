using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Study;

/// <summary>X-31: a name or birth date that was corrected after labels were printed.</summary>
public sealed class IdentityCorrectionTests
{
    private const string Now = "now";

    private static readonly DateOnly Born = new(1980, 5, 17);

    public static TheoryData<string, string> Refused => new()
    {
        { "meanwhile", "identity-changed-meanwhile" },
        { "nothing", "same-identity" },
        { "future", "birth-future" },
        { "after-consent", "birth-after-consent" },
        { "known", "known-person" },
        { Now, "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refusals_EachForItsReasonAlone(string what, string reason)
    {
        var story = Story.UpTo("bag.clear", "1");
        var form = Form(story, [IdentityPart.BirthDate]);
        form = what switch
        {
            "meanwhile" => form with { Seen = new('9', 64), Changed = [] },
            "nothing" => form with { Changed = [] },
            "future" => form with { BirthDate = MoscowTime.DayOf(story.Now).AddDays(1) },
            "after-consent" => form with { BirthDate = story.Chain.ConsentedOn.AddDays(1) },
            _ => form,
        };

        var codes = IdentityCorrection.Refusals(form, story.Chain, what == "known", story.Now).Select(refusal => refusal.Code);

        Assert.Equal(reason.Length == 0 ? [] : [reason], codes);
    }

    [Theory]
    [InlineData("thaw.end", true)]
    [InlineData("bedside.first", true)]
    [InlineData("infusion.start", true)]
    [InlineData("infusion.end", true)]
    [InlineData("thaw.start", false)]
    public void AtTheBed_NothingThatIsComparedChanges(string upTo, bool refused)
    {
        var story = Story.UpTo(upTo, "1");

        var codes = IdentityCorrection.Refusals(Form(story, [IdentityPart.Surname]), story.Chain, false, story.Now).Select(refusal => refusal.Code);

        Assert.Equal(refused ? ["identity-at-bed"] : [], codes);
    }

    [Fact]
    public void AfterTheInfusion_DataAreCorrectedAgain() =>
        Assert.Empty(IdentityCorrection.Refusals(Form(Story.UpTo("bag.clear", "2"), [IdentityPart.Surname]), Story.UpTo("bag.clear", "2").Chain, false, Story.UpTo("bag.clear", "2").Now));

    [Fact]
    public void List_HoldsEveryLiveLabelThatShowsWhatChanged()
    {
        var story = Story.UpTo("bag.clear", "1");

        var initials = Labels(story, [IdentityPart.Surname, IdentityPart.Initials]);
        var nameOnly = Labels(story, [IdentityPart.GivenName]);
        var birth = Labels(story, [IdentityPart.BirthDate]);

        Assert.Contains(LabelKind.DoseBagDay1, initials);
        Assert.Contains(LabelKind.DoseBagDay2, initials);
        Assert.Contains(LabelKind.CollectionBag, initials);
        Assert.Equal([LabelKind.Wristband], nameOnly);
        Assert.Equal(initials.Order(), birth.Order());
        Assert.Equal(1, initials.Count(kind => kind == LabelKind.Wristband));
        Assert.DoesNotContain(initials, kind => kind is LabelKind.InProcessContainer or LabelKind.TransportContainer or LabelKind.TestTube);
    }

    [Fact]
    public void List_OfWristbands_HoldsTheValidOneAlone()
    {
        var story = Story.UpTo("bag.clear", "1").Do("band.replace").Do("band.bind");

        var corrected = Correct(story, [IdentityPart.Surname]);

        var band = Assert.Single(corrected.Chain.IdentityChanges[0].Labels);
        Assert.Equal(story.Chain.Prints.Values.Where(print => print.Kind == LabelKind.Wristband).Max(print => print.Serial.Number), band.Number);
    }

    [Fact]
    public void Correction_StopsTheThaw_UntilTheBandIsNew_AndQualityHasDecided()
    {
        var story = Correct(Story.UpTo("bag.clear", "1"), [IdentityPart.Surname, IdentityPart.Initials]);

        Assert.Equal(new('b', 64), story.Chain.PersonalDataHash);
        Assert.Contains("band-outdated", story.Try("bag.clear", "1").Codes());
        Assert.Contains("relabel-undecided", story.Try("bag.clear", "1").Codes());
        story.Do("band.replace").Do("band.bind");
        Assert.Equal(["relabel-undecided"], story.Try("bag.clear", "1").Codes());
        Assert.Equal(["role-missing"], story.Try("identity.relabel").By(Crew.Of(Role.Investigator)).Codes());
        story.Do("identity.relabel");
        Assert.Equal(["nothing-corrected"], story.Try("identity.relabel").Codes());
        Assert.Empty(story.Try("bag.clear", "1").Codes());
    }

    /// <summary>Labels stay valid: nothing but the band is asked for anew.</summary>
    [Fact]
    public void Labels_MadeBefore_AreTakenAtTheBed_AsTheyWere()
    {
        var story = Correct(Story.UpTo("bag.clear", "1"), [IdentityPart.Surname, IdentityPart.Initials]).Do("band.replace").Do("band.bind").Do("identity.relabel");

        story.Do("bag.clear", "1").Do("thaw.start", "1");

        Assert.Equal(BagState.Thawing, story.Bag(1).State);
        Assert.NotNull(story.Chain.FormerOn(story.Chain.LivePrimaryPrint($"{story.Bag(1).Id}")!.Serial));
    }

    [Fact]
    public void SecondCorrection_IsDecidedAnew_AndALabelSaysWhatWasTrueBeforeTheFirst()
    {
        var story = Correct(Story.UpTo("bag.clear", "1"), [IdentityPart.Initials]).Do("identity.relabel");

        Correct(story, [IdentityPart.BirthDate], "c");

        Assert.True(story.Chain.AwaitsRelabelDecision);
        Assert.Equal([new('0', 64), new string('b', 64)], story.Chain.IdentityChanges.Select(change => change.FormerHash));
        Assert.Equal(1, story.Chain.FormerOn(story.Chain.LivePrimaryPrint($"{story.Bag(1).Id}")!.Serial)!.Number);
    }

    [Fact]
    public void Fates_FollowTheDecision_AndNothingFrozenIsReprinted()
    {
        var story = Correct(Story.UpTo("bag.clear", "1"), [IdentityPart.Initials, IdentityPart.Surname]);

        Assert.All(Fates(story).Where(fate => fate.Kind != LabelKind.Wristband), fate => Assert.Equal(LabelFate.Undecided, fate.Fate));
        story.Try("identity.relabel").With("relabel", "relabel").Take();
        Assert.Equal(LabelFate.Frozen, Fates(story).First(fate => fate.Kind == LabelKind.DoseBagDay1).Fate);
        Assert.Equal(LabelFate.Reprint, Fates(story).First(fate => fate.Kind == LabelKind.CollectionBag).Fate);
        Assert.Equal(LabelFate.ReplaceBand, Fates(story).Single(fate => fate.Kind == LabelKind.Wristband).Fate);
        story.Do("band.replace");
        Assert.Equal(LabelFate.Gone, Fates(story).Single(fate => fate.Kind == LabelKind.Wristband).Fate);
        Assert.Equal(LabelFate.Stays, Fates(Correct(Story.UpTo("bag.clear", "1"), [IdentityPart.Initials]).Do("identity.relabel")).First(fate => fate.Kind == LabelKind.CollectionBag).Fate);
    }

    [Theory]
    [InlineData(1980, false)]
    [InlineData(1950, true)]
    [InlineData(2012, true)]
    public void TrueAgeOutsideTheLimits_IsRecorded_AndHoldsTheChain(int year, bool holds)
    {
        var story = Story.UpTo("apheresis.order");
        var form = Form(story, [IdentityPart.BirthDate]) with { BirthDate = new(year, 5, 18) };

        foreach (var what in IdentityCorrection.Events(form, story.Chain, new('b', 64), story.Settings))
        {
            story.Happen(what, Crew.Of(Role.Coordinator), "identity.correct");
        }

        Assert.Equal(Enrolment.AgeOn(story.Chain.ConsentedOn, form.BirthDate), story.Chain.AgeAtConsent);
        Assert.Equal(holds ? [Hold.Correction] : [], story.Chain.Holds.Select(hold => hold.Reason));
    }

    [Fact]
    public void FirstHalfOfACheck_MadeOverTheFormerData_CountsNoLonger()
    {
        var story = Story.UpTo("bag.clear", "1");
        story.Try("bag.clear", "1").TakeFirst();
        Assert.Single(story.Chain.FirstChecks);

        Correct(story, [IdentityPart.Surname]);

        Assert.Empty(story.Chain.FirstChecks);
    }

    internal static Story Correct(Story story, IReadOnlyList<string> changed, string hash = "b")
    {
        foreach (var what in IdentityCorrection.Events(Form(story, changed), story.Chain, new(hash[0], 64), story.Settings))
        {
            story.Happen(what, Crew.Of(Role.Coordinator), "identity.correct");
        }

        return story;
    }

    private static IdentityForm Form(Story story, IReadOnlyList<string> changed) => new(changed, Born, story.Chain.PersonalDataHash, "name-changed", "ID-7");

    private static List<LabelKind> Labels(Story story, IReadOnlyList<string> changed) =>
        [.. IdentityCorrection.Events(Form(story, changed), story.Chain, new('b', 64), story.Settings).OfType<IdentityCorrected>().Single().Labels.Select(serial => story.Chain.Prints[serial].Kind)];

    private static IEnumerable<(LabelKind Kind, LabelFate Fate)> Fates(Story story) =>
        story.Chain.IdentityChanges[0].Labels.Select(serial => story.Chain.Prints[serial]).Select(print => (print.Kind, LabelFates.Of(story.Chain, story.Chain.IdentityChanges[0], print)));
}
