using System.Net;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Pages;

public sealed class ErrorTests(Desk desk) : IClassFixture<Desk>
{
    [Theory]
    [InlineData("/Error/404", HttpStatusCode.NotFound)]
    [InlineData("/Error/403", HttpStatusCode.Forbidden)]
    [InlineData("/Error/500", HttpStatusCode.InternalServerError)]
    [InlineData("/Error", HttpStatusCode.InternalServerError)]
    [InlineData("/Error/200", HttpStatusCode.InternalServerError)]
    public async Task Get_NotSignedIn_SaysWhatToDoInBothLanguages(string page, HttpStatusCode expected)
    {
        var russian = desk.NewBrowser();
        var english = desk.NewBrowser();
        english.DefaultRequestHeaders.Add("Cookie", "hemc101.language=en");

        var ru = await russian.GetAsync(new Uri(page, UriKind.Relative));
        var en = await english.GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal((expected, expected), (ru.StatusCode, en.StatusCode));
        Assert.Equal("ru", (await Desk.PageAsync(ru)).DocumentElement.GetAttribute("lang"));
        Assert.DoesNotMatch("[а-яё]", (await Desk.PageAsync(en)).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/lib/bootstrap/bootstrap.min.css")]
    [InlineData("/js/scan.js")]
    [InlineData("/js/tones.js")]
    [InlineData("/js/keypad.js")]
    [InlineData("/img/mark.svg")]
    public async Task Get_StaticFile_NeedsNoSignIn(string file) =>
        Assert.Equal(HttpStatusCode.OK, (await desk.NewBrowser().GetAsync(new Uri(file, UriKind.Relative))).StatusCode);
}
