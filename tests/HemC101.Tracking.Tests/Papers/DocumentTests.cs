using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Papers;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Papers;

public sealed class DocumentTests
{
    /// <summary>Who prints what; the administrator nothing.</summary>
    public static TheoryData<string, Role[]> Printers() => new()
    {
        { "chain-report", [Role.Investigator, Role.Coordinator, Role.QualifiedPerson, Role.QualityAssurance] },
        { "accompanying", [Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.QualityAssurance] },
        { "release", [Role.QualifiedPerson, Role.QualityAssurance, Role.Investigator] },
        { "infusion", [Role.WardNurse, Role.Investigator, Role.Coordinator, Role.QualifiedPerson, Role.QualityAssurance] },
        { "destruction", [Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.ApheresisNurse, Role.Investigator, Role.Coordinator, Role.QualifiedPerson, Role.QualityAssurance] },
        { "downtime", [.. Enum.GetValues<Role>().Except([Role.Administrator, Role.Courier])] },
    };

    [Theory]
    [MemberData(nameof(Printers))]
    public void Document_IsForItsRolesAlone(string id, Role[] roles) =>
        Assert.Equal(roles.Order(), Enum.GetValues<Role>().Where(role => DocumentCatalogue.Find(id)!.IsFor(Crew.Of(role))).Order());

    [Fact]
    public void All_AreInTheTable() =>
        Assert.Equal(DocumentCatalogue.All.Select(document => document.Id).Order(), Printers().Select(row => (string)row[0]).Order());

    [Fact]
    public void Role_WhoseTrainingHasEnded_PrintsNothing()
    {
        var story = Story.Enrolled();
        var yesterday = MoscowTime.DayOf(story.Now).AddDays(-1);
        var idle = Crew.Of(Role.WardNurse) with { Training = new Dictionary<Role, Training> { [Role.WardNurse] = new(yesterday.AddDays(-30), yesterday) } };

        Assert.Equal("role-suspended", DocumentCatalogue.DowntimePack.Refusal(story.Chain, "", idle, story.Now)?.Code);
        Assert.Null(DocumentCatalogue.DowntimePack.Refusal(story.Chain, "", Crew.Of(Role.WardNurse), story.Now));
    }

    [Fact]
    public void Subject_ThatIsNone_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1");

        Assert.Equal("paper-no-subject", Refused(DocumentCatalogue.Infusion, story, story.Bag(1).Id.ToString(), Role.WardNurse));
        Assert.Equal("paper-no-subject", Refused(DocumentCatalogue.Release, story, "H101-99999", Role.QualifiedPerson));
    }

    [Fact]
    public void Accompanying_OfARejectedBatch_IsRefused()
    {
        var story = Story.UpTo("bag.reserve", "1").Do("batch.reject");

        Assert.Equal("paper-not-released", Refused(DocumentCatalogue.Accompanying, story, story.Bag(1).Id.ToString(), Role.Cryostore));
    }

    [Fact]
    public void Certificate_BeforeTheRelease_HasNoSubject_AndAfterAFailureIsRefused()
    {
        Assert.Empty(DocumentCatalogue.Release.Subjects(Story.UpTo("batch.release-conditionally").Chain));
        var story = Story.UpTo("bag.reserve", "1");
        var batch = story.Chain.CurrentBatch!.Number;
        Assert.Null(Refused(DocumentCatalogue.Release, story, $"{batch}", Role.QualifiedPerson));

        story.Happen(new QcResultRecorded(batch, "sterility-final", 0, QcVerdict.Fail), Crew.Of(Role.QualityControl), "qc.result");

        Assert.Equal("paper-failed-since", Refused(DocumentCatalogue.Release, story, $"{batch}", Role.QualifiedPerson));
    }

    [Fact]
    public void Pack_IsForActiveChainsAlone()
    {
        Assert.Equal([""], DocumentCatalogue.DowntimePack.Subjects(Story.Enrolled().Chain));
        Assert.Empty(DocumentCatalogue.DowntimePack.Subjects(Story.ToTheEnd().Chain));
    }

    [Fact]
    public void Destruction_NamesNoBagThatWasNeverFound()
    {
        var story = Story.UpTo("bag.reserve", "1");
        var (one, two) = (story.Bag(1).Id, story.Bag(2).Id);
        story.Do("bag.damage", "1").Do("bag.damage", "2");
        story.Happen(new BagDiscarded(one, "quality", "autoclave"), Crew.Of(Role.Cryostore), "bag.discard");
        story.Happen(new BagDiscarded(two, "quality", "lost"), Crew.Of(Role.Cryostore), "bag.discard");

        Assert.Equal([$"{one}"], DocumentCatalogue.Destruction.Subjects(story.Chain).Where(subject => subject != DocumentCatalogue.Labels));
    }

    [Fact]
    public void LastPack_IsTheNewest()
    {
        var story = Story.Enrolled();
        Assert.Null(story.Chain.LastPack);
        story.Happen(new SheetIssued(PrintSerial.Issue(901), SheetKind.DowntimePack, ""), Crew.Of(Role.WardNurse), "sheet.issue").AfterHours(20);
        story.Happen(new SheetIssued(PrintSerial.Issue(902), SheetKind.DowntimePack, ""), Crew.Of(Role.WardNurse), "sheet.issue");

        Assert.Equal((PrintSerial.Issue(902), story.Now + Sheet.Validity), (story.Chain.LastPack!.Serial, story.Chain.LastPack.ValidUntil));
        Assert.Equal(story.Chain.LastPack, ChainState.Fold(story.History)!.LastPack);
    }

    private static string? Refused(Document document, Story story, string subject, Role role) =>
        document.Refusal(story.Chain, subject, Crew.Of(role), story.Now)?.Code;
}
