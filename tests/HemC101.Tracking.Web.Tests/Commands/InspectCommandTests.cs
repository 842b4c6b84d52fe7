using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private static readonly string[] Keys = ["understood", "reason", "family", "canonical", "elements", "repairs", "names"];
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");
    private static readonly CoiId Coi = CoiId.Issue(Facility, 2026, 12);
    private static readonly DonationNumber Donation = DonationNumber.Issue(Facility, 2026, 7);
    private static readonly PrintSerial Serial = PrintSerial.Issue(42);

    private readonly Terminal _terminal = new();

    /// <summary>Raw scan, family, canonical form, elements as (id)value, repairs.</summary>
    public static TheoryData<string, string, string, string, string> Codes => new()
    {
        {
            BarcodeWriter.CollectionBag(Donation, "00", Coi, null, Serial), "isbt128",
            "=+03000=A99992600000700&/CHA999926000012&,200000000P000000042",
            "(001)A99992600000700(040)CHA999926000012(036)00000000P000000042", ""
        },
        { "]d1" + BarcodeWriter.DonationLinear(Donation, "07") + "\r", "isbt128", "=A99992600000707", "(001)A99992600000707", "suffix" },
        {
            "]d2" + BarcodeWriter.Wristband(PatientKey.Issue("460000000", 5), 2), "gs1", @"]d28018460000000000000057\x1d80192\x1d724101",
            "(8018)460000000000000057(8019)2(7241)01", ""
        },
        { "]C1" + "0104006381333931" + "10LV-0042\u241D17270131", "gs1", @"]C1010400638133393110LV-0042\x1d17270131", "(01)04006381333931(10)LV-0042(17)270131", "gs" },
        { "0104006381333931", "gs1", "0104006381333931", "(01)04006381333931", "" },
        { BarcodeWriter.House(HouseId.Issue(HouseKind.Equipment, 7)), "house", "&e0000000007", "(&e)0000000007", "" },
        { Coi.WithCheck, "isbt128", "&/CHA999926000012", "(040)CHA999926000012", "" },
        { "=Эф9999000001=Эф9999000001", "isbt128", "='A9999000001", "(020)A9999000001", "layout,capslock,duplicate" },
        { "=A99991712345600=,000012", "isbt128", "=A99991712345600=,000012", "(001)A99991712345600(032)000012", "" },
    };

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Inspect_KnownCode_SaysWhatItHolds(string raw, string family, string canonical, string elements, string repairs)
    {
        var (code, answer, error) = await Terminal.RunAsync("", "inspect", raw);

        using var json = JsonDocument.Parse(answer);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(Keys, json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.True(json.RootElement.GetProperty("understood").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("reason").ValueKind);
        Assert.Equal((family, canonical), (Text(json, "family"), Text(json, "canonical")));
        Assert.Equal(elements, string.Concat(json.RootElement.GetProperty("elements").EnumerateArray().Select(Element)));
        Assert.Equal(repairs, string.Join(',', json.RootElement.GetProperty("repairs").EnumerateArray().Select(repair => repair.GetString())));
        Assert.Empty(json.RootElement.GetProperty("names").EnumerateArray());
    }

    [Theory]
    [InlineData("", "scan.empty")]
    [InlineData("zzz", "scan.unknown")]
    [InlineData("]Z9zzz", "scan.unknownSymbol")]
    [InlineData("=+05000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "isbt.count")]
    [InlineData("https://id.gs1.org/8018/460123456789000014", "gs1.linkOfPerson")]
    public async Task Inspect_Refused_GivesKeyAndTextInBothLanguages(string raw, string key)
    {
        var (code, answer, _) = await Terminal.RunAsync("", "inspect", raw);

        using var json = JsonDocument.Parse(answer);
        var reason = json.RootElement.GetProperty("reason");
        Assert.Equal(2, code);
        Assert.Equal(Keys, json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.False(json.RootElement.GetProperty("understood").GetBoolean());
        Assert.Equal(key, reason.GetProperty("key").GetString());
        Assert.Matches("[а-я].* / .*[a-z]", reason.GetProperty("text").GetString());
        Assert.Empty(json.RootElement.GetProperty("elements").EnumerateArray());
    }

    [Fact]
    public async Task Inspect_File_AnswersEachLineOnItsOwnLine()
    {
        var codes = _terminal.FileNamed("codes.txt");
        await File.WriteAllTextAsync(
            codes,
            "=A99992600000700\n" + @"]d28018460000000000000057\x1d80192\x1D724101\x0d\x0a" + "\r\n" + @"=\\62" + "\n\n" + @"=Ф99992600000700\x0D=Ф99992600000700");

        var (code, answer, error) = await Terminal.RunAsync("", "inspect", "--file", codes);

        var lines = answer.TrimEnd().Split(Environment.NewLine).Select(line => JsonDocument.Parse(line)).ToList();
        Assert.Equal((2, ""), (code, error));
        Assert.Equal(
            ["=A99992600000700", @"]d28018460000000000000057\x1d80192\x1d724101", "isbt.notReadHere", "scan.empty", "=A99992600000700"],
            lines.Select(json => Text(json, "canonical") ?? json.RootElement.GetProperty("reason").GetProperty("key").GetString()!));
        Assert.Equal(["layout", "suffix", "duplicate"], lines[4].RootElement.GetProperty("repairs").EnumerateArray().Select(item => item.GetString()!));
    }

    [Fact]
    public async Task Inspect_FileOfGoodCodes_IsGood()
    {
        var codes = _terminal.FileNamed("codes.txt");
        await File.WriteAllLinesAsync(codes, Enumerable.Range(1, 500).Select(number => $"&/{CoiId.Issue(Facility, 2026, number)}"));

        var (code, answer, _) = await Terminal.RunAsync("", "inspect", "--file", codes);

        Assert.Equal((0, 500), (code, answer.TrimEnd().Split(Environment.NewLine).Length));
    }

    /// <summary>What inspect prints can be given to it again.</summary>
    [Fact]
    public async Task Inspect_ItsOwnCanonicalForms_AreUnderstoodUnrepaired()
    {
        var codes = _terminal.FileNamed("codes.txt");
        await File.WriteAllLinesAsync(codes, Codes.Select(row => (string)row[2]));

        var (code, answer, _) = await Terminal.RunAsync("", "inspect", "--file", codes);

        Assert.Equal(0, code);
        Assert.All(answer.TrimEnd().Split(Environment.NewLine), line => Assert.Contains("\"repairs\":[]", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--")]
    [InlineData("--x")]
    [InlineData("--x=1")]
    public async Task Inspect_ScanThatBeginsWithDashes_IsAScan(string raw)
    {
        var dashed = await Terminal.RunAsync("", "inspect", "--", raw);

        Assert.Equal((2, ""), (dashed.Code, dashed.Error));
        Assert.Contains("scan.unknown", dashed.Out, StringComparison.Ordinal);
        if (raw != "--")
        {
            Assert.Equal(dashed, await Terminal.RunAsync("", "inspect", raw));
        }
    }

    [Theory]
    [InlineData("--file")]
    [InlineData("--database")]
    public async Task Inspect_NoSuchFile_SaysSo(string option)
    {
        var missing = _terminal.FileNamed("nowhere");
        var (code, answer, error) = await Terminal.RunAsync("", option == "--file" ? ["inspect", option, missing] : ["inspect", "zzz", option, missing]);

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains(missing, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ReplacementOfTheScanner_IsPutRight()
    {
        var (code, answer, _) = await Terminal.RunAsync("", "inspect", "]d28018460000000000000057|80192|724101", "--separator", "|");

        using var json = JsonDocument.Parse(answer);
        Assert.Equal((0, @"]d28018460000000000000057\x1d80192\x1d724101"), (code, Text(json, "canonical")));
    }

    private static string? Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();

    private static string Element(JsonElement element)
    {
        Assert.Equal(["id", "value", "text"], element.EnumerateObject().Select(member => member.Name));
        Assert.False(string.IsNullOrWhiteSpace(element.GetProperty("text").GetString()));
        return $"({element.GetProperty("id").GetString()}){element.GetProperty("value").GetString()}";
    }
}
