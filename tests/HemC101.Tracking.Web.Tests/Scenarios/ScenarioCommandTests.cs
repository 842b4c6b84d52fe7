using System.Text.Json;
using HemC101.Tracking.Web.Tests.Commands;

namespace HemC101.Tracking.Web.Tests.Scenarios;

public sealed class ScenarioCommandTests : IDisposable
{
    private const string Header = """{"scenario":"Проба","en":"Trial","source":"here"}""";
    private const string Enrol = """{"step":"enrol"}""";

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("""{"step":"enrol","expect":"refused"}""", "expected refused, was done")]
    [InlineData("""{"step":"enrol","data":{"gene_therapy":false},"expect":"refused","reason":"age"}""", "expected reason age, was gene-therapy")]
    [InlineData("""{"step":"enrol","then":{"product":"Ordered"}}""", "expected product Ordered, was Enrolled")]
    [InlineData("""{"step":"enrol","then":{"events":"BandBound"}}""", "expected event BandBound, was ChainOpened, LabelPrinted")]
    [InlineData("""{"step":"enrol","data":{"born":"1950-01-01"}}""", "expected done, was refused (age)")]
    public async Task Scenario_WrongExpectation_IsSaidAndExitsWithOne(string line, string wrong)
    {
        var (code, answer, error) = await PlayAsync(Header, line);

        var outcome = JsonDocument.Parse(answer.Split(Environment.NewLine)[0]).RootElement;
        Assert.Equal((1, ""), (code, error));
        Assert.False(outcome.GetProperty("ok").GetBoolean());
        Assert.Equal(wrong, outcome.GetProperty("wrong")[0].GetString());
    }

    [Fact]
    public async Task Scenario_OneWrongFile_DoesNotHideTheOthers()
    {
        var (wrong, right) = (Written("wrong.jsonl", Header, """{"step":"enrol","expect":"refused"}"""), Written("right.jsonl", Header, Enrol));

        var (code, answer, _) = await Terminal.RunAsync("", "scenario", wrong, right);

        Assert.Equal(1, code);
        Assert.Contains("""{"files":2,"lines":2,"failed":1,""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_ExampleOfTheReadme_GoesAsItExpects()
    {
        var (code, answer, error) = await PlayAsync([.. ScenarioFolder.Example]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\"lines\":3,", answer, StringComparison.Ordinal);
    }

    /// <summary>Line, and what is said of it.</summary>
    [Theory]
    [InlineData("""{"step":"enrol" """, "JSON")]
    [InlineData("""[1]""", "JSON object")]
    [InlineData("""{"stepp":"enrol"}""", "\"stepp\" is not known here")]
    [InlineData("""{"step":"infusion.begin"}""", "there is no step \"infusion.begin\". (infusion.start,")]
    [InlineData("""{"step":"band.bind","station":"Laboratory"}""", "is taken at the station Enrolment, not at Laboratory")]
    [InlineData("""{"given":"infusion.end 3"}""", "the main path has no such place")]
    [InlineData("""{"step":"band.bind","by":"petrova"}""", "\"petrova\" is not known here (by)")]
    [InlineData("""{"step":"band.bind","by":"WardNurse9"}""", "\"WardNurse9\" is not known here (by)")]
    [InlineData("""{"step":"band.bind","participant":"Z"}""", "\"Z\" is not known here (participant)")]
    [InlineData("""{"step":"band.bind","at":"tomorrow"}""", "the time \"tomorrow\" cannot be read")]
    [InlineData("""{"step":"band.bind","expect":"ok"}""", "\"ok\" is not known here (expect)")]
    [InlineData("""{"step":"band.bind","data":[1]}""", "\"data\" has to be an object")]
    [InlineData("""{"step":"band.bind","data":{"weight":1}}""", "this step has no field \"weight\". Fields: stated_name")]
    [InlineData("""{"step":"band.bind","scans":{"bag":"{wristband}"}}""", "asks for no scan \"bag\". It asks for: band")]
    [InlineData("""{"step":"band.bind","scans":["{wrist}"]}""", "the name {wrist} is not known. Names: coi, wristband")]
    [InlineData("""{"step":"band.bind","scans":["{bag:day1}"]}""", "{bag:day1} is not there yet at this line")]
    [InlineData("""{"step":"band.bind","participant":"B"}""", "participant B is not enrolled yet")]
    [InlineData("""{"step":"infusion.start"}""", "is due on nothing now. Name the thing")]
    [InlineData("""{"step":"enrol","participant":"B","at":"2026-03-01 09:00"}""", "time goes back")]
    [InlineData("""{"step":"band.bind","at":"thaw.end+30m"}""", "has not taken the step thaw.end yet")]
    [InlineData("""{"then":{"mood":"good"}}""", "\"then\" knows no \"mood\". There are: product")]
    [InlineData("""{"step":"resend","attempt":"x"}""", "no such attempt was sent")]
    [InlineData("""{"step":"house.move","target":"{lot:vector}","data":{"to":"Lost"}}""", "house.move needs a \"target\"")]
    public async Task Scenario_WrongLine_IsNamedWithFileAndNumber(string line, string said)
    {
        var (code, _, error) = await PlayAsync(Header, Enrol, "", line);

        Assert.Equal(2, code);
        Assert.Contains("one.jsonl, line 4: ", error, StringComparison.Ordinal);
        Assert.Contains("one.jsonl, строка 4: ", error, StringComparison.Ordinal);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the file holds no scenario")]
    [InlineData("the file holds no scenario", Header)]
    [InlineData("the first line is the header", Enrol, Enrol)]
    [InlineData("\"settings\" cannot be read", """{"scenario":"Проба","en":"Trial","source":"here","settings":{"mood":1}}""", Enrol)]
    public async Task Scenario_NoScenario_IsRefused(string said, params string[] lines)
    {
        var (code, answer, error) = await PlayAsync(lines);

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    /// <summary>Nothing is played before every file was read.</summary>
    [Fact]
    public async Task Scenario_SecondFileUnreadable_PlaysNeither()
    {
        var (code, answer, error) = await Terminal.RunAsync("", "scenario", Written("right.jsonl", Header, Enrol), Written("wrong.jsonl", "{"));

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains("wrong.jsonl, line 1", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_NoFile_SaysSo()
    {
        var missing = _terminal.FileNamed("nowhere.jsonl");
        var (code, answer, error) = await Terminal.RunAsync("", "scenario", missing);

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains(missing, error, StringComparison.Ordinal);
    }

    /// <summary>What was played can be looked at afterwards, names included; it is never played over what is there.</summary>
    [Fact]
    public async Task Scenario_KeptDatabase_IsSoundAndIsNotPlayedOver()
    {
        var file = Written("one.jsonl", Header, Enrol, """{"given":"collection.identify"}""");
        var played = await _terminal.HereAsync("", "scenario", file);
        var verified = await _terminal.HereAsync("", "verify");
        var before = File.ReadAllBytes(_terminal.Database);

        var again = await _terminal.HereAsync("", "scenario", file);

        Assert.Equal((0, ""), (played.Code, played.Error));
        Assert.Equal((0, ""), (verified.Code, verified.Error));
        Assert.Equal((2, ""), (again.Code, again.Out));
        Assert.Contains("on a new database only", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_terminal.Database));
    }

    [Fact]
    public async Task Scenario_KeptDatabaseForTwoFiles_IsMisused()
    {
        var file = Written("one.jsonl", Header, Enrol);

        var (code, answer, error) = await _terminal.HereAsync("", "scenario", file, file);

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains("HemC101.Tracking.Web scenario ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_terminal.Database));
    }

    /// <summary>Settings under which nobody comes so far: said with what stood in the way, and the other files are played.</summary>
    [Fact]
    public async Task Scenario_BeginningOutOfReach_IsSaidAndExitsWithOne()
    {
        var closed = Written(
            "closed.jsonl", """{"scenario":"Проба","en":"Trial","source":"here","settings":{"cd3AboveE9PerL":5}}""", """{"given":"apheresis.order"}""", """{"then":{}}""");

        var (code, answer, error) = await Terminal.RunAsync("", "scenario", closed, Written("right.jsonl", Header, Enrol));

        Assert.Equal(1, code);
        Assert.Contains("closed.jsonl: its beginning cannot be reached", error, StringComparison.Ordinal);
        Assert.Contains("cd3-low", error, StringComparison.Ordinal);
        Assert.Contains("right.jsonl", answer, StringComparison.Ordinal);
    }

    /// <summary>Facts are looked at where their line stands, also on the way to the beginning.</summary>
    [Fact]
    public async Task Scenario_FactsOfAGiven_AreThoseOfItsPlace()
    {
        var (code, answer, error) = await PlayAsync(
            Header, """{"given":"band.bind","then":{"product":"Enrolled"}}""", """{"given":"apheresis.order","then":{"product":"Ordered"}}""");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("""{"files":1,"lines":2,"failed":0,""", answer, StringComparison.Ordinal);
    }

    /// <summary>Played anew after a common past, or behind other files, a scenario comes to the same.</summary>
    [Fact]
    public async Task Scenario_SharedPast_ComesToTheSameAsAlone()
    {
        var first = Written("first.jsonl", Header, """{"given":"apheresis.order"}""", """{"step":"chain.discontinue","data":{"reason":"died"}}""");
        var second = Written("second.jsonl", Header, """{"given":"apheresis.order"}""", """{"step":"collection.identify","by":"kozlova","expect":"half"}""");

        var alone = await Terminal.RunAsync("", "scenario", second);
        var behind = await Terminal.RunAsync("", "scenario", first, second);

        Assert.Equal((0, 0), (alone.Code, behind.Code));
        Assert.Equal(alone.Out.Split(Environment.NewLine)[..2], behind.Out.Split(Environment.NewLine)[2..4]);
    }

    private Task<(int Code, string Out, string Error)> PlayAsync(params string[] lines) => Terminal.RunAsync("", "scenario", Written("one.jsonl", lines));

    private string Written(string name, params string[] lines)
    {
        var file = _terminal.FileNamed(name);
        File.WriteAllLines(file, lines);
        return file;
    }
}
