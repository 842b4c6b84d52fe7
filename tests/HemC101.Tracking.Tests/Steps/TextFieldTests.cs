using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

public sealed class TextFieldTests
{
    private static readonly TextField Why = new("why", new("Почему", "Why"));

    [Theory]
    [InlineData("  озноб  ", "озноб")]
    [InlineData("раз\r\nдва", "раз\nдва")]
    [InlineData("<script>'; drop table ledger; {{ name }}", "<script>'; drop table ledger; {{ name }}")]
    public void Check_Words_AreKept(string raw, string words)
    {
        Assert.Null(Why.Check(raw, out var value));
        Assert.Equal(words, Assert.IsType<FreeText>(value).Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\ufffdb")]
    public void Check_NothingOrUnreadable_IsRefused(string raw)
    {
        Assert.NotNull(Why.Check(raw, out var value));
        Assert.Null(value);
    }

    [Fact]
    public void Check_TooLong_SaysHowLong()
    {
        Assert.Null(Why.Check(new string('ж', TextField.Longest), out _));

        Assert.Contains("1001", Why.Check(new string('ж', TextField.Longest + 1), out _)!.Ru, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_PrintedByAccident_ShowsNoWord() => Assert.DoesNotContain("Иванова", $"{new FreeText("Иванова")}", StringComparison.Ordinal);
}
