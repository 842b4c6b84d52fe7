using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Tests.Scans;

public sealed class ScanEntryTests
{
    private const string BareCoi = "CHA999926000001*";
    private const string Place = "&e0000000012";

    [Theory]
    [InlineData(Known.Day1Bag, 10)]
    [InlineData(Known.Day1Bag, KeyTiming.ScannerMs)]
    [InlineData(Place, 10)]
    [InlineData("]d2" + Known.Band, 10)]
    public void Of_KeysAtAScannersRhythm_IsScanned(string raw, double median) =>
        Assert.Equal(EntryMethod.Scanned, Of(raw, Keys(raw, median)).Method);

    [Theory]
    [InlineData("=ё04000=Ф99992600000100=БНФ0011Ф0?Ю0263652359?.СРФ999926000001", 60)]
    [InlineData(Known.Day1Bag, 36)]
    [InlineData(Known.Day1Bag, KeyTiming.HandMs)]
    [InlineData("]d2" + Known.Band, 200)]
    [InlineData("ъв2" + Known.Band, 200)]
    public void Of_KeysAtNoScannersRhythm_NorSurelyAHands_IsUnproven(string raw, double median) =>
        Assert.Equal(EntryMethod.Unproven, Of(raw, Keys(raw, median)).Method);

    [Theory]
    [InlineData(Known.Day1Bag)]
    [InlineData(Place)]
    public void Of_KeysAtAHandsRhythm_IsTyped(string raw) => Assert.Equal(EntryMethod.Typed, Of(raw, Keys(raw, 81)).Method);

    [Fact]
    public void Of_NoLastKey_IsUnproven() =>
        Assert.Equal(EntryMethod.Unproven, Of(Place, new(Timing: new KeyTiming(Place.Length, 10, KeyEnd.Nothing))).Method);

    [Fact]
    public void Of_FewerKeysThanCharacters_IsUnproven() =>
        Assert.Equal(EntryMethod.Unproven, Of(Place, new(Timing: new KeyTiming(Place.Length - 1, 10, KeyEnd.Enter))).Method);

    [Theory]
    [InlineData(Known.Day1Bag)]
    [InlineData(Known.Band)]
    [InlineData("]d2" + Known.Band)]
    [InlineData("]d1" + Place)]
    public void Of_NothingSaid_IsUnprovenForACompleteMessage(string raw) => Assert.Equal(EntryMethod.Unproven, Of(raw, EntryClaim.None).Method);

    [Theory]
    [InlineData(Place)]
    [InlineData("=A99992600000100")]
    [InlineData("0104601234567893")]
    public void Of_NothingSaid_IsTypedForOneBareIdentifier(string raw) => Assert.Equal(EntryMethod.Typed, Of(raw, EntryClaim.None).Method);

    [Theory]
    [InlineData(BareCoi)]
    [InlineData("A9999260000018")]
    [InlineData("&e0000000012U")]
    public void Of_BareIdentifier_IsTyped_WhateverIsClaimed(string raw)
    {
        foreach (var said in new EntryMethod?[] { null, EntryMethod.Scanned, EntryMethod.Camera, EntryMethod.Unproven, EntryMethod.Typed })
        {
            Assert.Equal(EntryMethod.Typed, Of(raw, new(said)).Method);
            Assert.Equal(EntryMethod.Typed, Of(raw, Keys(raw, 5) with { Said = said }).Method);
        }
    }

    [Theory]
    [InlineData(EntryMethod.Scanned)]
    [InlineData(EntryMethod.Camera)]
    [InlineData(EntryMethod.Unproven)]
    public void Of_ClaimWithoutEvidence_IsUnproven(EntryMethod said) => Assert.Equal(EntryMethod.Unproven, Of(Known.Day1Bag, new(said)).Method);

    [Fact]
    public void Of_CameraWithItsSymbologyIdentifier_IsCamera() =>
        Assert.Equal(EntryMethod.Camera, Of("]d1" + Known.Day1Bag, new(EntryMethod.Camera)).Method);

    [Theory]
    [InlineData(Known.Day1Bag)]
    [InlineData(BareCoi)]
    [InlineData("no code at all")]
    public void Of_PastedOrTyped_IsBelievedAgainstItself(string raw)
    {
        Assert.Equal(EntryMethod.Pasted, Of(raw, Keys(raw, 5) with { Said = EntryMethod.Pasted }).Method);
        Assert.Equal(EntryMethod.Pasted, Of(raw, new(Timing: new KeyTiming(raw.Length, 5, KeyEnd.Enter, ArrivedBy.Clipboard))).Method);
        Assert.Equal(EntryMethod.Typed, Of(raw, Keys(raw, 5) with { Said = EntryMethod.Typed }).Method);
    }

    [Fact]
    public void Of_Reason_IsKeptOnlyForWhatWasTyped()
    {
        Assert.Equal(TypedReason.ScannerFailed, Of(BareCoi, new(Reason: TypedReason.ScannerFailed)).Reason);
        Assert.Null(Of(Known.Day1Bag, Keys(Known.Day1Bag, 5) with { Reason = TypedReason.ScannerFailed }).Reason);
    }

    [Fact]
    public void Of_Evidence_IsKept() => Assert.Equal(new KeyTiming(Place.Length, 7, KeyEnd.Enter), Of(Place, Keys(Place, 7)).Timing);

    [Fact]
    public void Names_AreReadBack()
    {
        Assert.All(Enum.GetValues<EntryMethod>(), method => Assert.Equal(method, EntryNames.Find(method.Key())));
        Assert.All(Enum.GetValues<TypedReason>(), reason => Assert.Equal(reason, TypedReasonNames.Find(reason.Key())));
        Assert.All(["", null, "telepathy"], word => Assert.Null(EntryNames.Find(word)));
        Assert.All(["", null, "because"], word => Assert.Null(TypedReasonNames.Find(word)));
    }

    private static ScanEntry Of(string raw, EntryClaim claim) => ScanEntry.Of(raw, BarcodeReader.Read(raw), claim);

    private static EntryClaim Keys(string raw, double median) => new(Timing: new KeyTiming(raw.Length, median, KeyEnd.Enter));
}
