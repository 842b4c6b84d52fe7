using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

public sealed class EntryRuleTests
{
    private static readonly Step SignedByTwo = StepCatalogue.Get("collection.hand-over");
    private static readonly Step SignedByOne = StepCatalogue.Get("bag.reserve");
    private static readonly Reading Bare = BarcodeReader.Read(HouseId.Parse("&s0000000012").WithCheck);
    private static readonly Reading WithoutCheck = BarcodeReader.Read("&s0000000012");
    private static readonly ScanVerdict Accepted = new(Verdict.Accepted, new("пломба", "seal"), "seal", "&s0000000012");
    private static readonly ScanEntry Typed = new(EntryMethod.Typed, TypedReason.SymbolUnreadable);

    [Fact]
    public void Typed_WithCheckCharacterSecondPersonAndReason_IsAccepted() =>
        Assert.Same(Accepted, Judge(SignedByTwo, Bare, Typed));

    [Fact]
    public void Typed_WithoutReason_IsRefusedAndAsksForIt()
    {
        var verdict = Judge(SignedByTwo, Bare, Typed with { Reason = null });
        Assert.Equal((Verdict.EntryRefused, true, Accepted.Identifier), (verdict.Kind, verdict.WantsReason, verdict.Identifier));
        Assert.Contains("Укажите, почему", verdict.Sentence.Ru, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_WithoutCheckCharacter_IsRefused()
    {
        var verdict = Judge(SignedByTwo, WithoutCheck, Typed);
        Assert.Equal((Verdict.EntryRefused, false), (verdict.Kind, verdict.WantsReason));
        Assert.Contains("check character", verdict.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_WhereOneSigns_IsRefused_WhateverTheReason()
    {
        Assert.True(SignedByOne.Signatures.Count == 1);
        var verdict = Judge(SignedByOne, Bare, Typed);
        Assert.Equal((Verdict.EntryRefused, false), (verdict.Kind, verdict.WantsReason));
        Assert.Contains("one person alone", verdict.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_AtTheBed_IsNeverAccepted() =>
        Assert.All(["bedside.first", "bedside.second", "infusion.start"], step =>
            Assert.Equal(Verdict.EntryRefused, Judge(StepCatalogue.Get(step), Bare, Typed).Kind));

    [Fact]
    public void Pasted_IsRefusedOutsideTheDemonstrationOnly()
    {
        var pasted = new ScanEntry(EntryMethod.Pasted);
        Assert.Equal(Verdict.EntryRefused, Judge(SignedByTwo, WithoutCheck, pasted).Kind);
        Assert.Same(Accepted, EntryRule.Judge(SignedByTwo, Accepted, WithoutCheck, pasted, pasteAllowed: true));
    }

    [Theory]
    [InlineData(EntryMethod.Scanned)]
    [InlineData(EntryMethod.Camera)]
    [InlineData(EntryMethod.Unproven)]
    public void WhatCameFromASymbol_IsAcceptedWithoutMore(EntryMethod method) =>
        Assert.Same(Accepted, Judge(SignedByOne, WithoutCheck, new ScanEntry(method)));

    [Theory]
    [InlineData(Verdict.Mismatch)]
    [InlineData(Verdict.WrongDay)]
    [InlineData(Verdict.VoidPrint)]
    [InlineData(Verdict.WrongKind)]
    [InlineData(Verdict.Unreadable)]
    public void Typed_RefusedAnyway_KeepsItsOwnVerdict(Verdict kind)
    {
        var judged = Accepted with { Kind = kind };
        Assert.Same(judged, EntryRule.Judge(SignedByOne, judged, Bare, Typed with { Reason = null }, pasteAllowed: false));
    }

    [Fact]
    public void Badge_PastedOrTyped_OpensNoRound()
    {
        Assert.NotNull(EntryRule.RefuseBadge(new(EntryMethod.Pasted), pasteAllowed: false));
        Assert.Null(EntryRule.RefuseBadge(new(EntryMethod.Pasted), pasteAllowed: true));
        Assert.NotNull(EntryRule.RefuseBadge(new(EntryMethod.Typed), pasteAllowed: true));
        Assert.All([EntryMethod.Scanned, EntryMethod.Camera, EntryMethod.Unproven], method =>
            Assert.Null(EntryRule.RefuseBadge(new(method), pasteAllowed: false)));
    }

    [Theory]
    [InlineData(null, "typed-without-reason")]
    [InlineData(TypedReason.LabelDamaged, null)]
    public void Step_WithATypedScan_IsTakenOnlyWithItsReason(TypedReason? reason, string? refusal) =>
        Assert.Equal(
            refusal is null ? [] : [refusal],
            Story.UpTo("collection.hand-over").Try("collection.hand-over").But(facts => WithTyped(facts, "seal", reason)).Codes());

    [Fact]
    public void Step_SignedAlone_IsNotTakenWithATypedScan() =>
        Assert.Equal(
            ["typed-alone"],
            Story.UpTo("bag.reserve", "1").Try("bag.reserve", "1").But(facts => WithTyped(facts, facts.Scans.Keys.First(), TypedReason.LabelDamaged)).Codes());

    private static ScanVerdict Judge(Step step, Reading reading, ScanEntry entry) =>
        EntryRule.Judge(step, Accepted, reading, entry, pasteAllowed: false);

    private static Facts WithTyped(Facts facts, string demand, TypedReason? reason)
    {
        var scan = facts.Scans[demand];
        var evidence = scan.Evidence with { Entry = EntryMethod.Typed, TypedBecause = reason };
        return facts with { Scans = facts.Scans.SetItem(demand, scan with { Evidence = evidence }) };
    }
}
