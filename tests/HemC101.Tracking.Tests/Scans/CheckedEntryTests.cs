using CsCheck;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>Typed identifiers, any of them: one character wrong or two neighbours swapped is never another identifier.</summary>
public sealed class CheckedEntryTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    private static readonly Gen<FacilityNumber> Facilities = Gen.Int[9990, 9999].Select(n => FacilityNumber.Parse($"A{n}"));

    private static readonly Gen<string> Typed = Gen.OneOf(
        Gen.Select(Facilities, Gen.Int[2000, 2099], Gen.Int[1, 999_999], (facility, year, n) => DonationNumber.Issue(facility, year, n).WithCheck),
        Gen.Select(Facilities, Gen.Int[0, 99], Gen.Char[Alphabet[..36]].Array[6], (facility, year, text) =>
            CoiId.Parse($"CH{facility}{year:00}{new string(text)}").WithCheck));

    [Fact]
    public void EverySubstitution_IsRefused() => Typed.Sample(
        typed =>
        {
            var text = typed.Replace(" ", "", StringComparison.Ordinal);
            foreach (var damaged in from at in Enumerable.Range(0, text.Length) from c in Alphabet where c != text[at] select $"{text[..at]}{c}{text[(at + 1)..]}")
            {
                Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(damaged));
            }
        },
        iter: 20);

    [Fact]
    public void EverySwap_IsRefused() => Typed.Sample(
        typed =>
        {
            var text = typed.Replace(" ", "", StringComparison.Ordinal);
            foreach (var at in Enumerable.Range(0, text.Length - 1).Where(at => text[at] != text[at + 1]))
            {
                Assert.IsType<Reading.Unreadable>(BarcodeReader.Read($"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}"));
            }
        },
        iter: 200);
}
