using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class InspectCommandTests
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");
    private static readonly CoiId Coi = CoiId.Issue(Facility, 2026, 12);
    private static readonly DonationNumber Donation = DonationNumber.Issue(Facility, 2026, 7);
    private static readonly PrintSerial Serial = PrintSerial.Issue(42);

    public static TheoryData<string, string, string, string> Codes => new()
    {
        { BarcodeWriter.CollectionBag(Donation, "00", Coi, null, Serial), "container", "donation", Donation.ToString() },
        { BarcodeWriter.InProcess(Coi, BatchNumber.Issue(2026, 3), Serial), "container", "coi", Coi.ToString() },
        { BarcodeWriter.DonationLinear(Donation, "00"), "donation", "flags", "00" },
        { "]d2" + BarcodeWriter.Wristband(PatientKey.Issue("460000000", 5), 2), "wristband", "instance", "2" },
        { BarcodeWriter.StaffBadge(StaffNumber.Issue(Facility, 7), Serial), "staff", "badgeSerial", Serial.ToString() },
        { BarcodeWriter.House(HouseId.Issue(HouseKind.Equipment, 7)), "house", "houseKind", "Equipment" },
        { "]d201040063813339311727013110LV-0042", "supplier", "lot", "LV-0042" },
        { Coi.WithCheck, "coi", "coi", Coi.ToString() },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Inspect_KnownCode_NamesItAndItsIdentifiers(string raw, string kind, string name, string value)
    {
        var (code, answer, _) = await Terminal.RunAsync("", "inspect", raw);

        using var json = JsonDocument.Parse(answer);
        Assert.Equal(0, code);
        Assert.True(json.RootElement.GetProperty("understood").GetBoolean());
        Assert.Equal(kind, json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(value, json.RootElement.GetProperty("identifiers").GetProperty(name).GetString());
        Assert.Equal(kind == "coi", json.RootElement.GetProperty("typed").GetBoolean());
        Assert.False(json.RootElement.GetProperty("layoutCorrected").GetBoolean());
    }

    [Fact]
    public async Task Inspect_RussianLayout_IsCorrectedAndSaysSo()
    {
        var (code, answer, _) = await Terminal.RunAsync("", "inspect", "=эФ9999000001");

        using var json = JsonDocument.Parse(answer);
        Assert.Equal(0, code);
        Assert.True(json.RootElement.GetProperty("layoutCorrected").GetBoolean());
        Assert.Equal("='A9999000001", json.RootElement.GetProperty("normalized").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("zzz")]
    [InlineData("]Z9zzz")]
    public async Task Inspect_Unreadable_GivesTheReasonInBothLanguages(string raw)
    {
        var (code, answer, _) = await Terminal.RunAsync("", "inspect", raw);

        using var json = JsonDocument.Parse(answer);
        var reason = json.RootElement.GetProperty("reason");
        Assert.Equal(1, code);
        Assert.False(json.RootElement.GetProperty("understood").GetBoolean());
        Assert.Matches("[а-я]", reason.GetProperty("ru").GetString());
        Assert.Matches("[a-z]", reason.GetProperty("en").GetString());
    }
}
