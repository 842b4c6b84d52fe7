using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>
/// The symbols of the scanner test, in the order of scanning. None of them can be taken for a thing of a participant: the numbers are of
/// a facility kept for validation, and the message and the element string hold what no label printed here has.
/// </summary>
public static class TestSymbols
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9990");
    private static readonly DateTimeOffset Expiry = new(2030, 12, 31, 23, 59, 0, MoscowTime.Offset);

    public static TestSymbol Donation { get; } = new(
        "donation",
        new("Линейный код: номер донации", "Linear code: donation number"),
        TestSymbolKind.Code128,
        BarcodeWriter.DonationLinear(DonationNumber.Issue(Facility, 2026, 999_999), "00"));

    public static TestSymbol Message { get; } = new(
        "message",
        new("Квадратный код: составное сообщение ISBT 128", "Square code: compound ISBT 128 message"),
        TestSymbolKind.DataMatrix,
        IsbtWriter.Compound(
            new DonationValue(DonationNumber.Issue(Facility, 2026, 999_999), DonationFlags.None),
            new ProductValue(ProductCode.Parse("YA001rAb")),
            new MinuteValue(5, Expiry),
            new DayValue(8, new DateOnly(2026, 1, 15)),
            new BloodGroupValue("Mx", '0'),
            new StaffValue(StaffNumber.Issue(Facility, 999_999)),
            new LotValue(36, "TEST")));

    /// <summary>Letters of both cases, the punctuation that keyboards disturb, and GS; the component number has no small letters, so that CapsLock shows.</summary>
    public static TestSymbol Supplier { get; } = new(
        "supplier",
        new("Квадратный код GS1: знаки, буквы и разделитель GS", "Square GS1 code: marks, letters and the GS separator"),
        TestSymbolKind.Gs1DataMatrix,
        Gs1Writer.Write(
            Gs1Element.Of("01", $"0299000000001{Gs1CheckDigit.Of("0299000000001")}"),
            Gs1Element.Of("10", "TEST-7"),
            Gs1Element.Of("21", "=&<>/%+,;'"),
            Gs1Element.Of("8010", "2990000#TEST"),
            Gs1Element.Of("91", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")));

    public static IReadOnlyList<TestSymbol> All { get; } = [Donation, Message, Supplier];

    /// <returns>Null when there is no such symbol.</returns>
    public static TestSymbol? Find(string? key) => All.FirstOrDefault(symbol => symbol.Key == key);
}
