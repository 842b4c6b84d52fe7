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

        var codes = IdentityCorrection.Refusals(form, story.Chain, what == "known", BookOf(story), story.Now).Select(refusal => refusal.Code);

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

        var codes = IdentityCorrection.Refusals(Form(story, [IdentityPart.Surname]), story.Chain, false, BookOf(story), story.Now).Select(refusal => refusal.Code);

        Assert.Equal(refused ? ["identity-at-bed"] : [], codes);
    }

    [Fact]
    public void AfterTheInfusion_DataAreCorrectedAgain() =>
        Assert.Empty(IdentityCorrection.Refusals(Form(Story.UpTo("bag.clear", "2"), [IdentityPart.Surname]), Story.UpTo("bag.clear", "2").Chain, false, BookOf(Story.UpTo("bag.clear", "2")), Story.UpTo("bag.clear", "2").Now));

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

    /// <summary>A label says what its chain's form has, whatever the settings ask for since.</summary>
    [Theory]
    [InlineData(LabelIdentityMode.Coded, IdentityPart.BirthDate, false)]
    [InlineData(LabelIdentityMode.Coded, IdentityPart.Initials, false)]
    [InlineData(LabelIdentityMode.CodedPlusInitialsDob, IdentityPart.BirthDate, true)]
    [InlineData(LabelIdentityMode.CodedPlusInitialsDob, IdentityPart.GivenName, false)]
    [InlineData(LabelIdentityMode.FullName, IdentityPart.GivenName, true)]
    [InlineData(LabelIdentityMode.FullName, IdentityPart.Patronymic, true)]
    [InlineData(LabelIdentityMode.FullName, IdentityPart.Initials, false)]
    public void List_IsOfTheFormOfTheEnrolment(LabelIdentityMode identity, string changed, bool listed)
    {
        var story = Story.UpTo("bag.clear", "1");
        var book = BookOf(story, story.Settings with { LabelIdentity = identity });

        var labels = Labels(story, [changed], book);

        Assert.Equal(listed, labels.Contains(LabelKind.DoseBagDay1));
        Assert.Equal(listed, labels.Contains(LabelKind.CassetteDay2));
        Assert.Equal(changed != IdentityPart.Initials, labels.Contains(LabelKind.Wristband));
    }

    /// <summary>One that was scanned back is on paper, whatever the queue says.</summary>
    [Fact]
    public void Label_NotDrawnYet_IsOnNoList_AndSuchABandIsNotOutdated()
    {
        var story = Story.UpTo("bag.clear", "1").Do("band.replace");
        var band = story.Chain.Prints.Values.Where(print => print.Kind == LabelKind.Wristband).MaxBy(print => print.Serial.Number)!.Serial;
        var bag = story.Chain.LivePrimaryPrint($"{story.Bag(1).Id}")!.Serial;
        var form = Form(story, [IdentityPart.Surname, IdentityPart.Initials]) with { Undrawn = [band, bag] };

        foreach (var what in IdentityCorrection.Events(form, story.Chain, new('b', 64), BookOf(story)))
        {
            story.Happen(what, Crew.Of(Role.Coordinator), "identity.correct");
        }

        Assert.Null(story.Chain.FormerOn(band));
        Assert.False(story.Chain.IsBandOutdated);
        Assert.NotNull(story.Chain.FormerOn(bag));
    }

    [Theory]
    [InlineData(IdentityPart.BirthDate, "identity-at-printer")]
    [InlineData(IdentityPart.GivenName, "")]
    public void Label_AtThePrinter_StopsTheCorrection_OfWhatItSays(string changed, string reason)
    {
        var story = Story.UpTo("collection.start");
        var waiting = story.Chain.Prints.Values.Single(print => print is { Kind: LabelKind.CollectionBag, State: PrintState.Printed }).Serial;
        var band = story.Chain.Prints.Values.Single(print => print.Kind == LabelKind.Wristband).Serial;
        var form = Form(story, [changed]) with { InDoubt = [waiting, band] };

        var refusals = IdentityCorrection.Refusals(form, story.Chain, false, BookOf(story), story.Now);

        Assert.Equal(reason.Length == 0 ? [] : [reason], refusals.Select(refusal => refusal.Code));
        Assert.All(refusals, refusal => Assert.Contains($"is unknown whether it came out: {waiting}.", refusal.Reason.En, StringComparison.Ordinal));
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

        foreach (var what in IdentityCorrection.Events(form, story.Chain, new('b', 64), BookOf(story)))
        {
            story.Happen(what, Crew.Of(Role.Coordinator), "identity.correct");
        }

        Assert.Equal(Enrolment.AgeOn(story.Chain.ConsentedOn, form.BirthDate), story.Chain.AgeAtConsent);
        Assert.Equal(holds ? [Hold.Correction] : [], story.Chain.Holds.Select(hold => hold.Reason));
    }

    /// <summary>By the limits of the enrolment: those of today say nothing of who might have been enrolled then.</summary>
    [Theory]
    [InlineData(70, 60, false)]
    [InlineData(60, 70, true)]
    public void TrueAge_IsHeldAgainstTheLimitsOfItsEnrolment(int limitThen, int limitNow, bool holds)
    {
        var story = Story.UpTo("apheresis.order");
        var then = new StudySettings { MaximumAge = limitThen, Version = story.Settings.Version };
        var book = new SettingsBook(
        [
            new(then, DateTimeOffset.MinValue, DateTimeOffset.MinValue),
            new(then with { MaximumAge = limitNow, Version = "later" }, story.Now, story.Now),
        ]);
        var form = Form(story, [IdentityPart.BirthDate]) with { BirthDate = story.Chain.ConsentedOn.AddYears(-65) };

        Assert.Equal(holds, IdentityCorrection.Events(form, story.Chain, new('b', 64), book).Any(what => what is HoldPlaced));
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
        foreach (var what in IdentityCorrection.Events(Form(story, changed), story.Chain, new(hash[0], 64), BookOf(story)))
        {
            story.Happen(what, Crew.Of(Role.Coordinator), "identity.correct");
        }

        return story;
    }

    private static IdentityForm Form(Story story, IReadOnlyList<string> changed) => new(changed, Born, story.Chain.PersonalDataHash, "name-changed", "ID-7");

    /// <param name="enrolledUnder">Null for those of the story.</param>
    private static SettingsBook BookOf(Story story, StudySettings? enrolledUnder = null) =>
        new([new(enrolledUnder ?? story.Settings, DateTimeOffset.MinValue, DateTimeOffset.MinValue)]);

    private static List<LabelKind> Labels(Story story, IReadOnlyList<string> changed, SettingsBook? book = null) =>
        [.. IdentityCorrection.Events(Form(story, changed), story.Chain, new('b', 64), book ?? BookOf(story)).OfType<IdentityCorrected>().Single().Labels.Select(serial => story.Chain.Prints[serial].Kind)];

    private static IEnumerable<(LabelKind Kind, LabelFate Fate)> Fates(Story story) =>
        story.Chain.IdentityChanges[0].Labels.Select(serial => story.Chain.Prints[serial]).Select(print => (print.Kind, LabelFates.Of(story.Chain, story.Chain.IdentityChanges[0], print)));
}
