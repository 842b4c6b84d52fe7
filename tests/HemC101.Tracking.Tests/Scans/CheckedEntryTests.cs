using CsCheck;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>Typed identifiers, any of them, in every state of the keyboard: one character wrong or two neighbours swapped is never another identifier.</summary>
public sealed class CheckedEntryTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    private static readonly Gen<string> Facilities = Gen.Select(
        Gen.Char["ABCDEFGHIJKLMNPQRSTUVWXYZ123456789"].Array[3], Gen.Int[0, 99], (letters, digits) => $"{new string(letters)}{digits:00}");

    private static readonly Gen<string> Typed = Gen.OneOf(
        Gen.Select(Facilities, Gen.Int[0, 99], Gen.Int[1, 999_999], (facility, year, n) => DonationNumber.Parse($"{facility}{year:00}{n:000000}").WithCheck),
        Gen.Select(Facilities, Gen.Int[0, 99], Gen.Char[Alphabet[..36]].Array[6], (facility, year, text) =>
            CoiId.Parse($"CH{facility}{year:00}{new string(text)}").WithCheck),
        Gen.Select(Facilities, Gen.Char[Alphabet[..36]].Array[6], (facility, text) => StaffNumber.Parse($"{facility}{new string(text)}").WithCheck))
        .Select(typed => typed.Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void EverySubstitution_IsRefused() => Typed.Sample(
        typed =>
        {
            foreach (var damaged in from at in Enumerable.Range(0, typed.Length) from c in Alphabet where c != typed[at] select $"{typed[..at]}{c}{typed[(at + 1)..]}")
            {
                AssertRefused(damaged);
            }
        },
        iter: 20);

    [Fact]
    public void EverySwap_IsRefused() => Typed.Sample(
        typed =>
        {
            foreach (var at in Enumerable.Range(0, typed.Length - 1).Where(at => typed[at] != typed[at + 1]))
            {
                AssertRefused($"{typed[..at]}{typed[at + 1]}{typed[at]}{typed[(at + 2)..]}");
            }
        },
        iter: 200);

    /// <summary>What was typed rightly is itself, or is refused because the letters could be others.</summary>
    [Fact]
    public void EveryStateOfTheKeyboard_NeverGivesAnother() => Typed.Sample(
        typed =>
        {
            foreach (var (image, _) in Distortion.Images(typed))
            {
                var reading = BarcodeReader.Read(image);
                Assert.True(reading is Reading.Unreadable || Same(reading, typed), $"{typed} as {image}: {reading}");
            }
        },
        iter: 2_000);

    private static bool Same(Reading reading, string typed) =>
        BarcodeReader.Read(typed) is Reading.Understood right && reading is Reading.Understood read && read.Content.SaysTheSameAs(right.Content);

    private static void AssertRefused(string damaged)
    {
        Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(damaged));
        Assert.All(Distortion.Images(damaged), state => Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(state.Image)));
    }
}
