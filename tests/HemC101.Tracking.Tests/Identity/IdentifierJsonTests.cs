using System.Text.Json;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

public sealed class IdentifierJsonTests
{
    private sealed record Paper(CoiId Coi, PatientKey? Patient, Dictionary<DoseBagId, int> Bags);

    [Fact]
    public void Json_IdentifiersInARecord_ComeBackAsTheyWere()
    {
        var paper = new Paper(
            CoiId.Parse("CHA999926000001"),
            PatientKey.Parse("123456789012345675"),
            new() { [DoseBagId.Parse("A999926000001YA0011A0")] = 1 });

        var json = JsonSerializer.Serialize(paper);
        var read = JsonSerializer.Deserialize<Paper>(json)!;

        Assert.Contains("\"CHA999926000001\"", json, StringComparison.Ordinal);
        Assert.Equal((paper.Coi, paper.Patient), (read.Coi, read.Patient));
        Assert.Equal(paper.Bags, read.Bags);
    }

    [Theory]
    [InlineData("\"CHA99992600000\"")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("{}")]
    public void Json_SomethingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CoiId>(json));

    [Fact]
    public void ToString_NeverSet_Throws() => Assert.Throws<InvalidOperationException>(() => default(CoiId).ToString());

    [Fact]
    public void Parse_IllFormed_SaysWhatItWas()
    {
        var refusal = Assert.Throws<FormatException>(() => DonationNumber.Parse("A9999"));

        Assert.Contains("A9999", refusal.Message, StringComparison.Ordinal);
    }
}
