using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using static HemC101.Tracking.Tests.Steps.PaperLines;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-34: lines on sheets that were printed and numbered here.</summary>
public sealed class BackEntrySheetsTests
{
    [Fact]
    public void NumberInOurForm_OfNoSheetOfThisChain_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1").AfterHours(1);

        Assert.Equal(
            ["paper-no-such-sheet"], Enter(story, "infusion.start", story.Now.AddHours(-1), 1, Nurse(1)).With("paper_sheet", "P000000777").Codes());
    }

    [Theory]
    [InlineData(SheetKind.DowntimePack, "", null)]
    [InlineData(SheetKind.Accompanying, "1", null)]
    [InlineData(SheetKind.Accompanying, "2", "paper-other-thing")]
    public void NumberedSheet_BelongsToItsBag(SheetKind kind, string day, string? code)
    {
        var story = Story.UpTo("infusion.start", "1");
        var serial = Issue(story, kind, day.Length == 0 ? "" : story.Bag(int.Parse(day, CultureInfo.InvariantCulture)).Id.ToString());
        var at = story.AfterMinutes(2).Now;

        var codes = Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(1)).With("paper_sheet", serial).Codes();

        Assert.Equal(code is null ? [] : [code], codes);
    }

    [Fact]
    public void Line_OlderThanItsSheet_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        var serial = Issue(story.AfterMinutes(30), SheetKind.DowntimePack, "");

        Assert.Equal(["paper-before-sheet"], Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(1)).With("paper_sheet", serial).Codes());
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(25, true)]
    public void Pack_OlderThanADay_IsAskedAboutOnce(int hours, bool isOld)
    {
        var story = Story.UpTo("infusion.start", "1");
        var serial = Issue(story, SheetKind.DowntimePack, "");
        var at = story.AfterHours(hours).Now;

        var codes = Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(1)).With("paper_sheet", serial).Codes();

        Assert.Equal(isOld, codes.Contains("paper-old-pack"));
    }

    [Fact]
    public void Sheet_PrintedAfterTheLine_DoesNotPutItOutOfOrder()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        Issue(story.AfterHours(1), SheetKind.DowntimePack, "");

        Assert.Empty(Enter(story, "infusion.start", at, 1, Nurse(1)).Codes());
    }

    private static string Issue(Story story, SheetKind kind, string of)
    {
        var serial = PrintSerial.Issue(777);
        story.Happen(new SheetIssued(serial, kind, of), Third, "sheet.issue");
        return serial.ToString();
    }
}
