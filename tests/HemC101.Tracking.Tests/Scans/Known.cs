using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>Identifiers of one synthetic participant, and short ways to read.</summary>
internal static class Known
{
    public const string Gs = "\x1D";
    public const string Patient = "460123456789000014";
    public const string Gtin = "12345678901231";
    public const string Day1Bag = "=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001";
    public const string Band = "8018" + Patient + Gs + "80192" + Gs + "724101";

    public static DonationNumber Donation { get; } = DonationNumber.Parse("A999926000001");

    public static CoiId Coi { get; } = CoiId.Parse("CHA999926000001");

    public static BatchNumber Batch { get; } = BatchNumber.Parse("H101-26001");

    public static PrintSerial Serial { get; } = PrintSerial.Issue(17);

    public static DateTimeOffset EndOf2026 { get; } = new(2026, 12, 31, 23, 59, 0, MoscowTime.Offset);

    public static Reading.Understood Understood(string raw) => Understood(raw, ScannerSetup.Unproven);

    public static Reading.Understood Understood(string raw, ScannerSetup setup)
    {
        var reading = BarcodeReader.Read(raw, setup);
        return reading is Reading.Understood understood
            ? understood
            : throw new Xunit.Sdk.XunitException($"{raw}: {((Reading.Unreadable)reading).Refusal}");
    }

    public static T Read<T>(string raw)
        where T : ScannedCode => Assert.IsType<T>(Understood(raw).Code);

    /// <summary>Every element as <c>(id)value</c>.</summary>
    public static string Elements(Reading.Understood reading) =>
        string.Concat(reading.Content.Elements.Select(element => $"({element.Id}){element.Value}"));

    public static Text Refused(string? raw) => Refusal(raw).Sentence;

    public static ScanRefusal Refusal(string? raw)
    {
        var reading = BarcodeReader.Read(raw);
        return reading is Reading.Unreadable unreadable
            ? unreadable.Refusal
            : throw new Xunit.Sdk.XunitException($"{raw} was read as {((Reading.Understood)reading).Code}");
    }

    public static void RefusedFor(string raw, string words) => Assert.Contains(words, Refused(raw).En, StringComparison.Ordinal);

    /// <summary>Read, but nothing that a step of ours takes.</summary>
    public static void OtherFor(string raw, string words) => Assert.Contains(words, Read<OtherCode>(raw).Why.En, StringComparison.Ordinal);
}
