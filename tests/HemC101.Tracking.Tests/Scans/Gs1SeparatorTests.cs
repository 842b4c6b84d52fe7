using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>GS that came as something else, or did not come: put back only where one reading is left.</summary>
public sealed class Gs1SeparatorTests
{
    private const string Gs = Known.Gs;
    private const string Item = "]d201" + Known.Gtin;
    private const string Symbol = Item + "10LOT-A" + Gs + "21S1";

    [Theory]
    [InlineData("\u241D")]
    [InlineData("\u2194")]
    [InlineData("\uF70B")]
    [InlineData("<GS>")]
    [InlineData("{GS}")]
    [InlineData("^]")]
    [InlineData("\\x1d")]
    public void Read_PictureOfGs_IsGs(string picture)
    {
        var reading = Known.Understood(Symbol.Replace(Gs, picture, StringComparison.Ordinal));
        Assert.Equal((Symbol, Repairs.Gs), (reading.Canonical, reading.Repairs));
    }

    [Theory]
    [InlineData('|')]
    [InlineData('~')]
    [InlineData('#')]
    public void Read_ReplacementOfTheStation_IsGs(char sent)
    {
        var raw = Symbol.Replace(Gs, sent.ToString(), StringComparison.Ordinal);
        var reading = Known.Understood(raw, new ScannerSetup(sent));
        Assert.Equal((Symbol, Repairs.Gs), (reading.Canonical, reading.Repairs));
        Known.Refused(raw);
    }

    /// <summary>The caret chord and the pipe are other characters in the Russian layout.</summary>
    [Theory]
    [InlineData('|')]
    [InlineData('~')]
    public void Read_ReplacementThroughTheLayout_IsGs(char sent)
    {
        var raw = Distortion.Russian(Symbol.Replace(Gs, sent.ToString(), StringComparison.Ordinal));
        var reading = Known.Understood(raw, new ScannerSetup(sent));
        Assert.Equal((Symbol, Repairs.Gs | Repairs.Layout), (reading.Canonical, reading.Repairs));
    }

    /// <summary>A slash may also be a slash of the lot.</summary>
    [Fact]
    public void Read_ReplacementThatDataMayHold_OnlyIfOneReadingIsLeft()
    {
        var slash = new ScannerSetup('/');
        Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(Symbol.Replace(Gs, "/", StringComparison.Ordinal), slash));

        var band = Known.Understood($"]d28018{Known.Patient}/80192/724101", slash);
        Assert.Equal((new WristbandCode(PatientKey.Parse(Known.Patient), 2), Repairs.Gs), (band.Code, band.Repairs));
    }

    [Theory]
    [InlineData(Item + "70032612312359" + Gs + "10LOT", "")]
    [InlineData(Item + "70032612312359" + Gs + "10LOT", "029")]
    [InlineData("]d28018" + Known.Patient + Gs + "801912" + Gs + "724101", "029")]
    public void Read_GsLostWithOneReadingLeft_IsPutBack(string symbol, string instead)
    {
        var reading = Known.Understood(symbol.Replace(Gs, instead, StringComparison.Ordinal));
        Assert.Equal((symbol, Repairs.Gs), (reading.Canonical, reading.Repairs));
    }

    [Theory]
    [InlineData(Symbol, "")]
    [InlineData(Symbol, "029")]
    [InlineData("]d2" + Known.Band, "")]
    [InlineData("]d2" + Known.Band, "029")]
    [InlineData(Item + "10xyz" + Gs + "3040", "")]
    [InlineData(Item + "10A" + Gs + "17261231", "")]
    [InlineData(Item + "21S" + Gs + "91X" + Gs + "92Y", "")]
    public void Read_GsLostWithTwoReadings_Refused(string symbol, string instead) =>
        Assert.Equal("gs1.ambiguous", Known.Refusal(symbol.Replace(Gs, instead, StringComparison.Ordinal)).Key);

    /// <summary>Once the station has shown that its scanner sends GS, a missing one is not in the symbol either.</summary>
    [Fact]
    public void Read_StationSendsSeparators_LotIsTakenAsItStands()
    {
        var proven = new ScannerSetup(SendsSeparators: true);
        Assert.Equal("xyz3040", ((SupplierCode)Known.Understood(Item + "10xyz3040", proven).Code).Lot);
        Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(Item + "700326123123591" + "0LOT", proven));
    }

    [Fact]
    public void Read_TextThatCanBeCutInThousandsOfWays_IsRefusedAtOnce() =>
        Known.Refused("]d201" + Known.Gtin + string.Concat(Enumerable.Range(91, 9).Select(ai => $"{ai}{string.Concat(Enumerable.Range(91, 9))}")));
}
