using System.Text.Json;

namespace HemC101.Tracking.Tests.Identity;

/// <summary>What every typed identifier does alike; one subclass each with its good and bad texts.</summary>
public abstract class IdentifierTests<T>
    where T : struct, IParsable<T>
{
    private static readonly string[] s_never = ["", " ", "\n", "А9999", "А999926000001", "=+01000", "01-0071", "&z0000000001"];

    protected abstract IReadOnlyList<string> Good { get; }

    protected abstract IReadOnlyList<string> Bad { get; }

    [Fact]
    public void Parse_GoodText_GivesItBack() =>
        Assert.All(Good, text => Assert.Equal(text, T.Parse(text, null).ToString()));

    [Fact]
    public void TryParse_BadText_False() =>
        Assert.All(s_never.Concat(Bad).Concat(Good.SelectMany(Spoilt)), text => Assert.False(T.TryParse(text, null, out _), text));

    [Fact]
    public void TryParse_Null_False() => Assert.False(T.TryParse(null, null, out _));

    [Fact]
    public void Parse_BadText_Throws() => Assert.All(Bad, text => Assert.Throws<FormatException>(() => T.Parse(text, null)));

    [Fact]
    public void ToString_NeverSet_Throws() => Assert.Throws<InvalidOperationException>(() => default(T).ToString());

    [Fact]
    public void Equals_SameText_True() => Assert.Equal(T.Parse(Good[0], null), T.Parse(Good[0], null));

    [Fact]
    public void Json_AsValueAndAsKey_ComesBack()
    {
        var id = T.Parse(Good[0], null);
        Assert.Equal(id, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(id)));

        var map = new Dictionary<T, int> { [id] = 7 };
        Assert.Equal(map, JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(map)));
    }

    [Fact]
    public void Json_MissingOptional_StaysNull() => Assert.Null(JsonSerializer.Deserialize<T?>("null"));

    [Fact]
    public void Json_BadText_Throws() =>
        Assert.All(Bad, text => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(text))));

    [Fact]
    public void Json_NeverSet_IsNotWritten() => Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(T)));

    private static string[] Spoilt(string good) => [$" {good}", $"{good} ", $"{good}\n", $"{good}\0", $"{good}*"];
}
