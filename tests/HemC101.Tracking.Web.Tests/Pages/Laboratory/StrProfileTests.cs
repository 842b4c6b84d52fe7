using System.Net;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Pages.Laboratory;

/// <summary>X-40 by its page: a profile is compared, and kept nowhere.</summary>
public sealed class StrProfileTests : IAsyncLifetime
{
    private const string Locus = "D21S11";
    private const string Rest = "TH01 6/9.3; FGA 21/24; D8S1179 13/14; D3S1358 15/16; D18S51 14/16; D5S818 11/12";

    private LiveSite _site = null!;

    private string Step => Tablet.Step("Laboratory", "str.reference", _site.Chains[0]);

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Reference_IsRecordedByItsMark_AndTheProfileStandsNowhere()
    {
        using var tablet = await _site.TabletAsync(Role.QualityControl);

        using var first = await TakeAsync(tablet, "one", $"{Locus} 29/30; vWA 17/18; {Rest}");
        using var again = await TakeAsync(tablet, "two", $"vWA 18/17\n{Locus.ToLowerInvariant()} 30/29\n{Rest}");
        using var other = await TakeAsync(tablet, "three", $"{Locus} 29/31; vWA 17/18; {Rest}");

        Assert.All([first, again, other], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var marks = (await _site.HistoryAsync(_site.Chains[0])).Select(happened => happened.What).OfType<StrReferenceRecorded>().Select(what => what.ProfileMark).ToList();
        Assert.Equal((3, 64, marks[0]), (marks.Count, marks[0].Length, marks[1]));
        Assert.NotEqual(marks[0], marks[2]);
        Assert.Equal((StrReference.Donor, marks[2]), ((await _site.ChainAsync(_site.Chains[0])).StrReference!.Origin, (await _site.ChainAsync(_site.Chains[0])).StrReference!.Mark));
        var files = Directory.EnumerateFiles(_site.Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.DoesNotContain(files, file => Holds(file, $"{Locus} 29") || Holds(file, $"{Locus.ToLowerInvariant()} 30") || Holds(file, "29/30"));
        Assert.Contains(files, file => Holds(file, marks[0]));
    }

    [Theory]
    [InlineData("D21S11", "D21S11")]
    [InlineData("D21S11 29; D21S11 30", "дважды")]
    [InlineData("TH01 6,9,3", "TH01 6/9.3")]
    [InlineData("", "Заполните")]
    public async Task Profile_FilledInWrong_IsSaidAtTheField_AndNothingIsRecorded(string profile, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.QualityControl);

        using var answer = await TakeAsync(tablet, "wrong", profile);

        var page = await Desk.PageAsync(answer);
        var field = page.QuerySelector("textarea[name=profile]")!;
        Assert.Contains(sentence, page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent, StringComparison.Ordinal);
        Assert.Null((await _site.ChainAsync(_site.Chains[0])).StrReference);
    }

    private Task<HttpResponseMessage> TakeAsync(Tablet tablet, string attempt, string profile) => tablet.TakeAsync(
        Step, attempt, [_site.Crew(Role.QualityControl), _site.Crew(Role.Investigator)], ("origin", StrReference.Donor), ("profile", profile), ("document", "STR-1"));

    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
