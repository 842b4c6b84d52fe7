using System.Text.Json;
using System.Text.Json.Nodes;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Chain;

public sealed class EventCodecTests
{
    private static readonly DoseBagId Bag = DoseBagId.Parse("A999926000070YA0011A0");
    private static readonly DonationNumber Donation = Bag.Donation;
    private static readonly BatchNumber Batch = BatchNumber.Issue(2026, 70);
    private static readonly HouseId Place = HouseId.Issue(HouseKind.Location, 5);
    private static readonly DateTimeOffset At = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>What the main path does not leave behind, with every field set.</summary>
    private static readonly ChainEvent[] OffTheMainPath =
    [
        new ConfirmationWanted(1, "infusion.stop", $"{Bag}", Crew.Of(Role.WardNurse).Number, [ActDoubt.LapsedSession, ActDoubt.SuspendedRole]),
        new SafetyActConfirmed(1), new SafetyActDisputed(1), new SafetyActSettled(1, "somebody-else", "DEV-1", Crew.Of(Role.WardNurse).Number),
        new BandReplaced(2, "lost"), new IdentityCorrected(1, [IdentityPart.Surname, IdentityPart.Initials], new('b', 64), 41, "name-changed", "ID-7", [PrintSerial.Issue(3)]), new RelabelDecided(true, "QA-3"), new StrReferenceRecorded(StrReference.Donor, new('d', 64), "STR-1"), new StrIdentityCommented(Batch, TextId.Of(Digest.Of("a comment"u8))), new ChainDiscontinued("withdrawn"), new CollectionAborted(Donation, "access"),
        new CollectionRejected(Donation, "time"), new CollectionQuarantined(Donation, 1, 9, ["seal", "temperature"]),
        new CollectionAccepted(Donation, "acceptable"), new SecondBagTaken(Donation), new FallbackSetTaken(Donation, Donation, 3, PrintSerial.Issue(5), PrintSerial.Issue(6), [PrintSerial.Issue(4)], "printer-failed"), new CollectionDisconnected(Donation), new CollectionBagExplained(Donation, 2, "damaged", "DEV-1"), new UnitFailed(Batch, "UO-01", "device"), new BatchFailed(Batch, "device"),
        new SupplyRequested(Batch, "R-1", new Dictionary<string, decimal> { ["viability"] = 60m }), new SupplyRiskEvaluated(Batch, "E-1", "acceptable"),
        new SupplyAccepted(Batch), new SponsorInformed(Batch, "S-1", At), new BatchSuppliedOutOfSpecification(Batch),
        new BatchReleased(Batch), new BatchRejected(Batch, "sterility"), new HoldPlaced(1, Bag.ToString(), "safety", true),
        new HoldPlaced(2, Bag.ToString(), Hold.Recall, false) { Thing = Place }, new ThingWithdrawn(Place, [$"{Batch}"], [Bag]), new RecallAssessed([Place], "watch", "N-1"),
        new DeviationOpened("process", DeviationClass.Major, $"{Batch}", "DEV-1"), new DeviationClosed(4, "accepted", "DEV-1"),
        new HoldReleased(1, "no-risk"), new StepRefused("bag.clear", "", ["no-such-target"]), new ScanRefused("bag.clear", "bag", "WrongKind", "x", "y"),
        new IdentityMismatched("bag.clear", "bag", "x", "y", Bag), new BagLocked(Bag, "wrong-band"), new BagUnlocked(Bag, "no-risk"),
        new BagDeferred(Bag, Place), new BagReturned(Bag, "withdrawn", true, false), new BagRestored(Bag, Place),
        new BagRedesignated(Bag, 2, 1, "damaged", "D-1", [Bag]), new BagRelabelled(Bag, PrintSerial.Issue(3), PrintSerial.Issue(4), "SOP-1"),
        new UnderdoseReported(Batch, new BulkCounts(10, 100, 100, 35, 12), 70),
        new HandedOver(new(2026, 4, 20), true), new FollowUpRecorded("lost", new(2026, 8, 1), "C-1"),
        new BagWithheld(Bag, "toxicity"), new BagReinstated(Bag, "toxicity"), new BagExpired(Bag), new BagDamaged(Bag, "leak"),
        new BagRecalled(Bag, "quality"), new BagDiscarded(Bag, "quality", "autoclave"), new BagRetained(Bag),
        new CheckVoided("bag.clear", Bag.ToString(), "mismatch"), new ClearanceLapsed(Bag, "band-replaced"), new VerificationLapsed(Bag), new BedsideRoundVoided(Bag, "wrong-band", true), new ReidentificationAllowed(Bag),
        new InfusionPaused(Bag, "reaction"), new InfusionResumed(Bag), new InfusionStopped(Bag, "reaction", 3.5m), new ReactionRecorded(Bag, 2),
        new LabelDestroyed(PrintSerial.Issue(3), "spoiled"), new InfusedVolumeRecorded(Bag, 12.5m), new QcResultInvalidated(Batch, "cd3", "transcription"), new ReadinessRevoked(1, "culture-positive"),
        new RecordCorrected(2, "PlannedOn", "2026-03-02", "2026-03-03", "transcription", "DEV-1"), new ReviewReopened(Batch, "correction"), new ToleranceRevoked("correction"),
        new TemperatureLogged(Bag.ToString(), Place, 9, new string('a', 64), -180.5m, -149m, At, At.AddHours(1), 20, At, At.AddMinutes(5)),
        new CollectionMisrouted(Donation, "ward"), new BagMisrouted(Bag, "laboratory"), new CollectionLost(Donation, "not-arrived"), new BagLost(Bag, "not-arrived"),
        new CollectionFound(Donation, "laboratory"), new BagFound(Bag, "ward"), new BagMiscounted(Bag, 3, "missing"),
        new TagAttached(Bag, Carrier.PrimaryBag, RfidTag.Parse("E28011606000020911111111")), new TagsDispensed(Batch, "no-reader", "DEV-1"), new TagDied(Bag, Carrier.Cassette, "silent"),
        new SheetIssued(PrintSerial.Issue(5), SheetKind.DowntimePack, ""),
        new LabelPrinted(PrintSerial.Issue(4), LabelKind.DoseBagDay2, Carrier.Tag, Bag.ToString(), PrintSerial.Issue(3)) { Flags = "05" },
    ];

    private static readonly IReadOnlyList<Happened> Path = Story.ToTheEnd().History;

    [Fact]
    public void EventTypes_AreAllInTheseTests() => Assert.Equal(
        EventCodec.EventTypes.Select(type => type.Name).Order(),
        Path.Select(happened => happened.What).Concat(OffTheMainPath).Select(EventCodec.TypeOf).Distinct().Order());

    [Fact]
    public void Event_WrittenAndRead_IsTheSame() => Assert.All(
        [.. Path, .. OffTheMainPath.Select((what, at) => new Happened(at + 1, what, Path[^1].Act))],
        happened =>
        {
            var again = Again(happened);
            Assert.Equal(happened.What.GetType(), again.What.GetType());
            Assert.Equal(EventCodec.Write(happened.What, happened.Act), EventCodec.Write(again.What, again.Act));
            Assert.Equal(Json(happened.Act), Json(again.Act));
        });

    [Fact]
    public void Remark_IsKeptByItsIdAlone_AndAnActWithoutOneIsWrittenAsBefore()
    {
        var act = Path[0].Act;
        var id = TextId.Of(Digest.Of("a text and its salt"u8));
        var remarked = new Happened(1, new BatchReleased(Batch), act with { Remark = id, Names = NameInText.Meant });

        var again = Again(remarked);

        Assert.Equal((id, NameInText.Meant), (again.Act.Remark!.Value, again.Act.Names));
        Assert.Equal([id], again.Texts);
        Assert.Contains($"\"remark\":\"{id}\"", EventCodec.Write(remarked.What, remarked.Act), StringComparison.Ordinal);
        Assert.DoesNotContain("remark", EventCodec.Write(remarked.What, act), StringComparison.Ordinal);
        Assert.DoesNotContain("names", EventCodec.Write(remarked.What, act), StringComparison.Ordinal);
    }

    [Fact]
    public void Workstation_IsWrittenWhereThereIsOne_AndOlderEventsHaveNone()
    {
        var act = Path[^1].Act with { Workstation = HouseId.Issue(HouseKind.Station, 7) };

        Assert.Equal(act.Workstation, Again(new Happened(1, Path[^1].What, act)).Act.Workstation);
        Assert.Contains("\"workstation\":\"\\u0026w0000000007\"", EventCodec.Write(Path[^1].What, act), StringComparison.Ordinal);
        Assert.DoesNotContain("workstation", EventCodec.Write(Path[^1].What, act with { Workstation = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Fold_OfTheSameEvents_IsTheSameChain()
    {
        var state = Json(ChainState.Fold(Path));

        Assert.Equal(state, Json(ChainState.Fold(Path)));
        Assert.Equal(state, Json(ChainState.Fold(Path.Select(Again))));
        Assert.Equal(Path.Count, ChainState.Fold(Path)!.Version);
    }

    [Theory]
    [InlineData("scanned", EntryMethod.Scanned)]
    [InlineData("camera", EntryMethod.Camera)]
    [InlineData("typed", EntryMethod.Typed)]
    [InlineData("pasted", EntryMethod.Pasted)]
    [InlineData("unproven", EntryMethod.Unproven)]
    public void Read_OfAScanFromBeforeItsEvidenceWasKept_IsThatScan(string stored, EntryMethod entry)
    {
        var old = $$"""
            {"what":{"instance":1},"stepId":"band.bind","scans":[{"demand":"band","raw":"r","identifier":"i","entry":"{{stored}}","at":"2026-03-02T06:00:00+00:00"}],"signatures":[],"settings":"v"}
            """;

        var read = EventCodec.Read(2, "BandBound", 1, old, "A9999000017", "Ward", At, At);

        Assert.Equal(new ScanEvidence("band", "r", "i", entry, At), Assert.Single(read.Act.Scans));
        Assert.True(ChainState.Fold([Path[0], read])!.IsBandBound);
        Assert.Equal(JsonNode.Parse(old)!.ToJsonString(), JsonNode.Parse(EventCodec.Write(read.What, read.Act))!.ToJsonString());
    }

    [Fact]
    public void Write_OfAScanWithAllItsEvidence_IsReadBack()
    {
        var scan = new ScanEvidence(
            "seal", "&s0000000012X", "&s0000000012", EntryMethod.Typed, At, Repairs.Layout | Repairs.Suffix, TypedReason.ScannerFailed,
            new KeyTiming(13, 142.5, KeyEnd.Enter), Path[0].Act.By);
        var happened = Path[^1] with { Act = Path[^1].Act with { Scans = [scan] } };

        Assert.Equal(scan, Assert.Single(Again(happened).Act.Scans));
    }

    [Fact]
    public void Fold_OfEveryEventType_KnowsIt() => Assert.All(OffTheMainPath, what =>
    {
        var thrown = Record.Exception(() => ChainState.Fold([Path[0], new Happened(2, what, Path[^1].Act)]));
        Assert.DoesNotContain("The fold knows no", thrown?.Message ?? "", StringComparison.Ordinal);
    });

    [Fact]
    public void Fold_OfNothing_IsNoChain() => Assert.Null(ChainState.Fold([]));

    [Fact]
    public void Fold_OfAHistoryThatCannotHaveHappened_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => ChainState.Fold(Path.Skip(1)));
        Assert.Throws<InvalidOperationException>(() => ChainState.Fold([.. Path, Path[^1]]));
    }

    [Theory]
    [InlineData("BagThrownAway", 1, "{}")]
    [InlineData("BandBound", 2, "{}")]
    public void Read_OfWhatThisProgramDoesNotKnow_Throws(string type, int schema, string data) =>
        Assert.Throws<InvalidOperationException>(() => EventCodec.Read(1, type, schema, data, "A9999000001", "s", At, At));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"what":{"instance":1,"note":"x"},"stepId":"s","scans":[],"signatures":[],"settings":"v"}""")]
    [InlineData("null")]
    [InlineData("""{"what":{"instance":1},"stepId":"s","scans":[{"demand":"d","raw":"r","identifier":"i","entry":"telepathy","at":"2026-03-02T06:00:00+00:00"}],"signatures":[],"settings":"v"}""")]
    public void Read_OfDamagedData_Throws(string data)
    {
        var thrown = Record.Exception(() => EventCodec.Read(1, "BandBound", 1, data, "A9999000001", "s", At, At));
        Assert.True(thrown is JsonException or InvalidOperationException, $"{thrown}");
    }

    private static Happened Again(Happened happened) => EventCodec.Read(
        happened.Version, EventCodec.TypeOf(happened.What), EventCodec.SchemaVersion, EventCodec.Write(happened.What, happened.Act),
        happened.Act.By.ToString(), happened.Act.Station, happened.Act.OccurredAt, happened.Act.RecordedAt);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
