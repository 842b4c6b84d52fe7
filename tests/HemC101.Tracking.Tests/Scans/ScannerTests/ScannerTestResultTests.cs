using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Tests.Scans.ScannerTests;

public sealed class ScannerTestResultTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Result_WithASymbolMissing_IsNone()
    {
        Assert.Null(ScannerTestResult.Of([Good(TestSymbols.Donation), Good(TestSymbols.Message)]));
        Assert.Null(ScannerTestResult.Of([Good(TestSymbols.Donation), Good(TestSymbols.Message), Diagnosis.Of(TestSymbols.Supplier, "", null)]));
    }

    [Fact]
    public void Result_OfAllGood_Passes_WithWhatWasLearned() => Assert.Equal(
        new ScannerTestResult(true, new ScannerSetup(SendsSeparators: true), SendsPrefix: true, 9),
        ScannerTestResult.Of([Good(TestSymbols.Donation), Good(TestSymbols.Message, 9), Good(TestSymbols.Supplier)]));

    [Fact]
    public void Result_WithOneFailed_Fails_AndTeachesNothing()
    {
        var converted = Diagnosis.Of(TestSymbols.Donation, "]C0=A999026999999X", new KeyTiming(18, 5, KeyEnd.Enter));

        Assert.Equal(
            new ScannerTestResult(false, ScannerSetup.Unproven, SendsPrefix: false, 5),
            ScannerTestResult.Of([converted, Good(TestSymbols.Message), Good(TestSymbols.Supplier)]));
    }

    [Fact]
    public void Result_WithOneUnmeasured_HasNoSpeed() => Assert.Null(ScannerTestResult.Of(
        [Good(TestSymbols.Donation), Diagnosis.Of(TestSymbols.Message, TestSymbols.Message.Scan, null), Good(TestSymbols.Supplier)])!.MedianMs);

    [Fact]
    public void Standing_TeachesTheReaderOnlyWhileItIsValid()
    {
        var setup = new ScannerSetup('|', SendsSeparators: true);
        var standing = new ScannerStanding(At, Passed: true, setup);

        Assert.Equal(setup, standing.SetupAt(At.AddHours(12), 12));
        Assert.Equal(ScannerSetup.Unproven, standing.SetupAt(At.AddHours(12).AddMilliseconds(1), 12));
        Assert.Equal(ScannerSetup.Unproven, (standing with { Passed = false }).SetupAt(At, 12));
    }

    private static Diagnosis Good(TestSymbol symbol, double medianMs = 5) =>
        Diagnosis.Of(symbol, symbol.Scan, new KeyTiming(symbol.Scan.Length, medianMs, KeyEnd.Enter));
}
