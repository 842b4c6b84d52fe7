using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.People;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class BadgeTests
{
    private static readonly StaffNumber Somebody = StaffNumber.Parse("A99990000A7");
    private static readonly PrintSerial Print = PrintSerial.Issue(42);

    [Theory]
    [InlineData("")]
    [InlineData("]d1")]
    [InlineData("]C0")]
    public void Read_OwnText_IsTheSameBadge(string prefix) =>
        Assert.Equal(new Badge(Somebody, Print), Badge.Read(prefix + Badge.Text(Somebody, Print)));

    [Fact]
    public void Read_ThroughTheRussianLayoutWithCapsLock_IsTheSameBadge() =>
        Assert.Equal(new Badge(Somebody, Print), Badge.Read("=+02000=Эф99990000ф7?Б200000000з000000042"));

    [Theory]
    [InlineData("")]
    [InlineData("sokolova")]
    [InlineData("A99990000A7")]
    [InlineData("='A99990000A7")]
    [InlineData("=+02000='A99990000A7&,2000000000000000000")]
    [InlineData("=+02000='A99990000A7&,200000000P000000042X")]
    [InlineData("=A99992600001200")]
    public void Read_AnythingElse_IsNoBadge(string scanned) => Assert.Null(Badge.Read(scanned));
}
