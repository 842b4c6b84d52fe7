using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Tests.Templates;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Zpl;

public sealed class RenderedLabelCheckTests
{
    private static readonly LabelContent Day1 = LabelSamples.Of(LabelKind.DoseBagDay1);

    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Verify_RenderedLabel_FindsNothing(LabelKind kind)
    {
        var content = LabelSamples.Of(kind);

        Assert.Empty(RenderedLabelCheck.Verify(LabelSamples.Renderer.Render(content), content));
    }

    [Theory]
    [InlineData("YA0011A0", "YA0011B0")]
    [InlineData("=+04000=A99992600000100", "=+04000=A99992600000200")]
    [InlineData(@"^FD=A99992600000100", @"^FD=A99992600000200")]
    [InlineData(@"^FD=+04", @"^FD_1=+04")]
    [InlineData(@"^FD=+04", @"^FD\7E=+04")]
    [InlineData("^BXN", "^BQN")]
    [InlineData("^XZ", "^PQ2^XZ")]
    [InlineData("^XZ", "^XZ^XA^XZ")]
    [InlineData("^XZ", "~JR^XZ")]
    [InlineData("^XZ", "")]
    public void Verify_TamperedLabel_FindsIt(string was, string becomes)
    {
        var honest = Encoding.UTF8.GetString(LabelSamples.Renderer.Render(Day1).Bytes);
        Assert.Contains(was, honest, StringComparison.Ordinal);

        var tampered = Label(honest.Replace(was, becomes, StringComparison.Ordinal));

        Assert.NotEmpty(RenderedLabelCheck.Verify(tampered, Day1));
    }

    [Fact]
    public void Verify_OtherBytesUnderTheSameHash_FindsIt()
    {
        var honest = LabelSamples.Renderer.Render(Day1);

        Assert.NotEmpty(RenderedLabelCheck.Verify(honest with { Bytes = [.. honest.Bytes, (byte)'\n'] }, Day1));
    }

    [Fact]
    public void Verify_LabelOfTheOtherBag_FindsIt() =>
        Assert.NotEmpty(RenderedLabelCheck.Verify(LabelSamples.Renderer.Render(LabelSamples.Of(LabelKind.DoseBagDay2)), Day1));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_Gs1Mark_IsPartOfThePayload(bool gs1)
    {
        var content = LabelSamples.Of(LabelKind.HouseThing) with { Symbol = "91ABC", Gs1 = gs1 };
        var label = LabelSamples.Renderer.Render(content);

        Assert.NotEmpty(RenderedLabelCheck.Verify(label, content with { Gs1 = !gs1 }));
    }

    private static RenderedLabel Label(string zpl)
    {
        var bytes = Encoding.UTF8.GetBytes(zpl);
        return new RenderedLabel(bytes, "dose-bag-day1", "0123456789ab", Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
