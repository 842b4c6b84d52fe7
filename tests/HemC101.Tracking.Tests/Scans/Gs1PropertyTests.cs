using CsCheck;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Gs1;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>What is written is read; what loses or changes its separators is the same or refused.</summary>
public sealed class Gs1PropertyTests
{
    private const string Letters = "ABCLOT0123456789-/.";

    private static readonly Gen<Gs1Element> Gtins =
        Gen.Long[0, 9_999_999_999_999].Select(n => $"{n:0000000000000}").Select(key => Gs1Element.Of("01", key + Gs1CheckDigit.Of(key)));

    private static readonly Gen<Gs1Element> Patients =
        Gen.Long[0, 99_999_999_999_999_999].Select(n => $"{n:00000000000000000}").Select(key => Gs1Element.Of("8018", key + Gs1CheckDigit.Of(key)));

    private static readonly Gen<Gs1Element> Dates =
        Gen.Int[0, 36_000].Select(n => new DateOnly(2000, 1, 1).AddDays(n)).Select(day => Gs1Element.Of("17", $"{day:yyMMdd}"));

    private static readonly Gen<Gs1Element> Moments =
        Gen.Int[0, 50_000_000].Select(n => new DateTime(2000, 1, 1).AddMinutes(n)).Select(at => Gs1Element.Of("7003", $"{at:yyMMddHHmm}"));

    private static readonly Gen<Gs1Element[]> Products = Gen.Select(
        Gtins, Dates, Moments, Values("10", 20), Values("21", 20), Values("240", 30), Values("91", 30), Gen.Shuffle(Enumerable.Range(0, 7).ToArray()), Gen.Int[1, 7],
        (gtin, date, moment, lot, serial, reference, own, order, count) =>
        {
            Gs1Element[] all = [gtin, date, moment, lot, serial, reference, own];
            return order.Take(count).Where(i => i != 0).Select(i => all[i]).Prepend(gtin).ToArray();
        });

    private static readonly Gen<Gs1Element[]> Bands = Gen.Select(
        Patients, Gen.Int[1, int.MaxValue], (patient, instance) => new[] { patient, Gs1Element.Of("8019", $"{instance}"), Gs1Element.Of("7241", "01") });

    private static readonly Gen<string> Symbols = Gen.Select(
        Gen.OneOf(Products, Bands), Pick.Of("]d2", "]C1", "]Q3"), (elements, prefix) => prefix + Gs1Writer.Write(elements));

    /// <summary>With a scanner known to send separators: without one even a whole symbol may be ambiguous.</summary>
    private static readonly ScannerSetup Proven = new(SendsSeparators: true);

    [Fact]
    public void Elements_Written_AreRead() => Gen.OneOf(Products, Bands).Sample(elements =>
        Assert.Equal(elements, Assert.IsType<Gs1Message>(Known.Understood("]d2" + Gs1Writer.Write(elements), Proven).Content).Values));

    /// <summary>Whatever becomes of the separators on the way, a scan is read as itself or not at all.</summary>
    [Fact]
    public void AnySymbol_SeparatorsLostOrReplaced_IsTheSymbolOrRefused() =>
        Gen.Select(Symbols, Pick.Of("", "029", "\u241D", "<GS>", "^]", "\u2194")).Sample((symbol, instead) =>
        {
            if (BarcodeReader.Read(symbol.Replace(Known.Gs, instead, StringComparison.Ordinal)) is Reading.Understood reading)
            {
                Assert.Equal(symbol, reading.Canonical);
            }
        });

    [Fact]
    public void AnySymbol_ReplacementOfTheStation_IsTheSymbolOrRefused() =>
        Gen.Select(Symbols, Pick.Of('|', '~', '/', '.', '-')).Sample((symbol, sent) =>
        {
            if (BarcodeReader.Read(symbol.Replace(Known.Gs[0], sent), new ScannerSetup(sent)) is Reading.Understood reading)
            {
                Assert.Equal(symbol, reading.Canonical);
            }
        });

    [Fact]
    public void AnySymbol_ThroughTheKeyboard_IsTheSymbol() => Symbols.Sample(symbol => Assert.All(Distortion.Images(symbol), item =>
    {
        var reading = Known.Understood(item.Image, Proven);
        Assert.Equal((symbol, item.Repairs), (reading.Canonical, reading.Repairs));
    }));

    /// <summary>Without the prefix less is certain, and none of it is wrong.</summary>
    [Fact]
    public void AnyElementString_ThroughTheKeyboard_IsTheSameOrRefused() => Products.Select(elements => Gs1Writer.Write(elements)).Sample(symbol =>
    {
        if (BarcodeReader.Read(symbol) is Reading.Understood)
        {
            Assert.All(Distortion.Images(symbol), item =>
            {
                if (BarcodeReader.Read(item.Image) is Reading.Understood reading)
                {
                    Assert.Equal(symbol, reading.Canonical);
                }
            });
        }
    });

    [Fact]
    public void PatientKey_OneDigitChanged_IsRefused() => Gen.Select(Bands, Gen.Int[0, 17], Gen.Char["0123456789"]).Sample((band, at, digit) =>
    {
        var key = band[0].Value;
        if (key[at] != digit)
        {
            var damaged = Gs1Writer.Write(band).Replace(key, $"{key[..at]}{digit}{key[(at + 1)..]}", StringComparison.Ordinal);
            Assert.IsType<Reading.Unreadable>(BarcodeReader.Read("]d2" + damaged));
        }
    });

    private static Gen<Gs1Element> Values(string ai, int longest) =>
        Gen.Char[Letters].Array[1, longest].Select(text => Gs1Element.Of(ai, new string(text)));
}
