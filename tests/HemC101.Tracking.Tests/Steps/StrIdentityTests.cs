using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-40: the genetic identity of the cells after a transplant, and before one.</summary>
public sealed class StrIdentityTests
{
    private const string Own = Answers.StrProfile;
    private const string Donors = "D3S1358 14/16; vWA 17/19; TH01 7/9.3; FGA 21/22; D8S1179 10/14; D21S11 28/30; D18S51 14/17; D5S818 11/13";

    [Theory]
    [InlineData("D3S1358 15/16; vWA 17/18", "D3S1358 15,16;VWA 17,18")]
    [InlineData(" vWA\t18/17\nd3s1358   16/15 ", "D3S1358 15,16;VWA 17,18")]
    [InlineData("TH01 9.3/9.3", "TH01 9.3")]
    [InlineData("AMEL X/Y;", "AMEL X,Y")]
    [InlineData("Penta-D 9/12/13/14", "PENTA-D 12,13,14,9")]
    public void Profile_IsBroughtToOneForm(string raw, string normal)
    {
        Assert.Null(new ProfileField("profile", new("", "")).Check(raw, out var value));
        Assert.Equal(normal, Assert.IsType<StrProfile>(value).Normal);
        Assert.DoesNotContain(normal, $"{value}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("D3S1358")]
    [InlineData("D3S1358 15; D3S1358 16")]
    [InlineData("Локус 15/16")]
    [InlineData("D3S1358 15/{16}")]
    [InlineData("TH01 6,9,3")]
    [InlineData("TH01 9,3")]
    [InlineData("D3S1358 15,16")]
    [InlineData("D3S1358 15 16")]
    [InlineData("D3S1358: 15/16")]
    [InlineData("Penta D 9/12")]
    [InlineData("D3S1358 15/")]
    [InlineData("D3S1358 15.0/16")]
    [InlineData("D3S1358 15/16 vWA 17/18")]
    [InlineData("D3S1358 1/2/3/4/5")]
    public void Profile_ThatIsNone_IsSaid(string raw) => Assert.Null(Read(raw));

    [Fact]
    public void Profile_WithCommas_IsToldHowToWriteIt()
    {
        var said = new ProfileField("profile", new("", "")).Check("TH01 6,9,3", out _)!;

        Assert.Contains("TH01 6/9.3", said.Ru, StringComparison.Ordinal);
        Assert.Contains("locus TH01 cannot be read in one way only", said.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void Reference_OfTooFewLoci_IsNone(int loci, bool isTaken)
    {
        var attempt = Untested().Try("str.reference").With("profile", string.Join(';', Own.Split(';').Take(loci)));

        Assert.Equal(isTaken ? [] : ["str-few-loci"], attempt.Codes());
    }

    [Theory]
    [InlineData("D3S1358 15/16")]
    [InlineData(Own + "; CSF1PO 10/12")]
    [InlineData("D3S1358 15/16; vWA 17/18; TH01 6/9.3; FGA 21/24; D8S1179 13/14; D21S11 29/30; D18S51 14/16; D7S820 11/12")]
    public void Profile_OfAnotherPanel_IsNeitherAMatchNorAnotherPerson(string found)
    {
        var story = Untested().Try("str.reference").With("profile", Own).Take();

        Assert.Equal(["str-panel"], story.Try("qc.result", QcTest.Str).With("result", found).Codes());
        Assert.Equal((false, 0), (story.Chain.CurrentBatch!.Results.ContainsKey(QcTest.Str), story.Chain.Holds.Count));
        Assert.Empty(story.Try("str.reference").Codes());
    }

    [Fact]
    public void WithoutTheSetting_NobodyAsks() => Assert.DoesNotContain(Story.UpTo("batch.review").Chain.CurrentBatch!.Specification.Tests, test => test.Code == QcTest.Str);

    [Fact]
    public void NoReference_IsUnknown_AndNothingIsReleased()
    {
        var story = Untested();

        Assert.Equal(["str-reference-missing"], story.Try("qc.result", QcTest.Str).Codes());
        Assert.Contains("stage1-open", story.Do("batch.review").Try("batch.release-conditionally").Codes());
    }

    [Theory]
    [InlineData(StrReference.Participant, Own, true)]
    [InlineData(StrReference.Participant, Donors, false)]
    [InlineData(StrReference.Donor, Donors, true)]
    [InlineData(StrReference.Donor, Own, false)]
    public void Profile_IsComparedWithTheRecordedReference_AndWithNothingElse(string origin, string found, bool matches)
    {
        var story = Compared(origin, found);

        Assert.Equal(matches ? QcVerdict.Pass : QcVerdict.Fail, story.Chain.CurrentBatch!.Results[QcTest.Str].Verdict);
        Assert.Equal(matches ? [] : [Deviation.Identity], story.Chain.Holds.Select(hold => hold.Reason));
        Assert.Equal(matches ? [] : [DeviationClass.Critical], story.Chain.OpenDeviations.Select(deviation => deviation.Class));
        var (_, raised) = EventAlarms.Fold(null, story.History);
        Assert.Equal(!matches, raised.Any(alarm => alarm.Kind == AlarmKind.IdentityMismatch));
        Assert.DoesNotContain(story.History, happened => EventCodec.Write(happened.What, happened.Act) is var written
            && (written.Contains("D3S1358 1", StringComparison.Ordinal) || written.Contains("29/30", StringComparison.Ordinal) || written.Contains("29,30", StringComparison.Ordinal)));
    }

    [Fact]
    public void DonorsProfile_ThatIsExpected_IsCommentedOnBeforeTheRelease()
    {
        var story = Compared(StrReference.Donor, Donors).Do("batch.review");

        Assert.Equal(["str-uncommented"], story.Try("batch.release-conditionally").Codes());
        Assert.Equal(["role-missing"], story.Try("str.comment").By(Crew.Of(Role.QualityControl)).Codes());
        story.Do("str.comment");
        Assert.Equal(["str-nothing-to-comment"], story.Try("str.comment").Codes());
        Assert.Empty(story.Try("batch.release-conditionally").Codes());
    }

    [Fact]
    public void DonorsProfile_FoundAgainAfterTheRelease_IsCommentedOnBeforeItIsCertified()
    {
        var story = Compared(StrReference.Donor, Donors).Do("batch.review").Do("str.comment").Do("batch.release-conditionally");
        story.Do("qc.invalidate", QcTest.Str).Try("qc.result", QcTest.Str).With("result", Donors).Take();

        Assert.Contains("str-uncommented", story.Try("batch.certify").Codes());
        Assert.DoesNotContain("str-uncommented", story.Do("str.comment").Try("batch.certify").Codes());
    }

    [Fact]
    public void OwnProfile_NeedsNoComment() =>
        Assert.Empty(Compared(StrReference.Participant).Do("batch.review").Try("batch.release-conditionally").Codes());

    [Fact]
    public void OtherProfile_IsNeitherReleasedNorSupplied_AlsoWhenEverythingElseWasCleared()
    {
        var story = Compared(StrReference.Participant, Donors).Do("str.comment").Do("batch.review");

        Assert.Contains("held", story.Try("batch.release-conditionally").Codes());
        story.AfterMinutes(5).Do("hold.release");
        Assert.Contains("batch-failed", story.Try("batch.release-conditionally").Codes());
        Assert.Contains("str-mismatch", story.Try("batch.supply").Codes());
    }

    [Fact]
    public void Reference_IsRecordedAnew_OnlyWhileNothingWasComparedWithIt()
    {
        var story = Compared(StrReference.Participant);

        Assert.Equal(["str-compared"], story.Try("str.reference").Codes());
        story.Do("qc.invalidate", QcTest.Str).Try("str.reference").With("origin", StrReference.Donor).Take();
        Assert.Equal(StrReference.Donor, story.Chain.StrReference!.Origin);
    }

    /// <summary>Formulated, every other stage 1 test passed.</summary>
    internal static Story Untested()
    {
        var story = Story.Enrolled().With(new StudySettings { StrIdentity = true, ExceptionalSupply = true });
        foreach (var leg in Leg.Main.TakeWhile(leg => leg.StepId != "batch.review"))
        {
            story.After(leg.Wait).Do(leg.StepId, leg.On);
        }

        return story;
    }

    internal static Story Compared(string origin, string? found = null)
    {
        var reference = origin == StrReference.Donor ? Donors : Own;
        return Untested().Try("str.reference").With("origin", origin).With("profile", reference).Take()
            .Try("qc.result", QcTest.Str).With("result", found ?? reference).Take();
    }

    private static object? Read(string raw)
    {
        var fault = new ProfileField("profile", new("", "")).Check(raw, out var value);
        Assert.NotNull(fault);
        return value;
    }
}
