using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Demo;

/// <summary>Somebody who does what the page of the demonstration says, and nothing else.</summary>
internal sealed class DemoReader(DemoSite site, CoiId coi)
{
    private readonly List<(string Step, string Demand, string Raw)> _scanned = [];

    /// <summary>Everything that was scanned so far.</summary>
    public IReadOnlyList<(string Step, string Demand, string Raw)> Scanned => _scanned;

    public async Task<IHtmlDocument> PageAsync(string query = "")
    {
        using var browser = site.NewBrowser();
        using var answer = await browser.GetAsync(new Uri($"/Demo?coi={coi}{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.PageAsync(answer);
    }

    /// <returns>The step that the page gives the script of; null when it gives none.</returns>
    public async Task<string?> NextAsync() => Script(await PageAsync())?.GetAttribute("data-script");

    /// <returns>The step that was taken; null when the page gave no script.</returns>
    public async Task<string?> FollowAsync()
    {
        if (Script(await PageAsync()) is not { } script)
        {
            return null;
        }

        var step = script.GetAttribute("data-script")!;
        var (tablet, address, attempt) = await OpenAsync(script);
        using var disposing = tablet;
        foreach (var scan in script.QuerySelectorAll("[data-scan]"))
        {
            var raw = scan.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!;
            using var taken = await tablet.ScanAsync(address, attempt, raw, entry: "pasted");
            await AssertWentOnAsync(taken, $"{step}: {scan.GetAttribute("data-scan")}");
            _scanned.Add((step, scan.GetAttribute("data-scan")!, raw));
        }

        using var done = await tablet.PostAsync(address, "Take", [("Attempt", attempt), .. await tablet.HalfAsync(address, attempt), .. Record(script), .. Signatures(script, WorkAddress.IsAtTheBed(step))]);
        await AssertWentOnAsync(done, step);
        return step;
    }

    public async Task FollowToAsync(string step)
    {
        while (await NextAsync() is { } next && next != step)
        {
            await FollowAsync();
        }

        Assert.Equal(step, await NextAsync());
    }

    /// <summary>Opens the step as its script says and scans the first code that the page offers as a mistake of this kind.</summary>
    /// <returns>The sentence the page foretold, and what the screen said.</returns>
    public async Task<(string Foretold, string Said)> MistakeAsync(Func<IElement, bool> which)
    {
        var page = await PageAsync();
        var mistake = page.QuerySelectorAll("[data-mistake]").First(which);
        var (tablet, address, attempt) = await OpenAsync(Script(page)!);
        using var disposing = tablet;
        using var answer = await tablet.ScanAsync(address, attempt, mistake.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!, entry: "pasted");
        return (mistake.TextContent, await Tablet.SaysAsync(answer));
    }

    private static IElement? Script(IHtmlDocument page) => page.QuerySelector("[data-script]");

    private async Task<(Tablet Tablet, string Address, string Attempt)> OpenAsync(IElement script)
    {
        var link = new Uri(new Uri("https://localhost"), script.QuerySelector("[data-open]")!.GetAttribute("href")!);
        var address = WebUtility.UrlDecode(link.Query["?ReturnUrl=".Length..]);
        var (badge, pin) = Secrets(script.QuerySelector("[data-part=open]")!);
        var tablet = new Tablet(site.NewBrowser());
        using var entered = await tablet.PostAsync("/Account/SignIn", "Badge", [("Badge", badge), ("Pin", pin), ("ReturnUrl", address)]);
        Assert.Equal(address, entered.Headers.Location?.ToString());
        return (tablet, address, await BeginAsync(tablet, address, script));
    }

    private static async Task<string> BeginAsync(Tablet tablet, string address, IElement script)
    {
        if (script.QuerySelector("[data-part=round]") is not { } round)
        {
            var page = await tablet.GetAsync(address);
            return (page.QuerySelector("input[name=Attempt]") as IHtmlInputElement)?.Value ?? throw new InvalidOperationException(page.Body?.TextContent);
        }

        using var opened = await tablet.PostAsync(address, "Open", [("Badge", round.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!), ("EntryMethod", "pasted")]);
        var next = opened.Headers.Location?.ToString() ?? throw new InvalidOperationException(await Tablet.SaysAsync(opened));
        return next[(next.IndexOf("attempt=", StringComparison.Ordinal) + "attempt=".Length)..];
    }

    private static IEnumerable<(string, string)> Record(IElement script) =>
        from entry in script.QuerySelectorAll("[data-entry]")
        let value = entry.GetAttribute("data-value")!
        where value.Length > 0
        select (entry.GetAttribute("data-entry")!, value);

    private static IEnumerable<(string, string)> Signatures(IElement script, bool atTheBed)
    {
        var signers = script.QuerySelectorAll("[data-signer]").ToList();
        return atTheBed
            ? [("Pin", signers[0].QuerySelector("[data-pin]")!.GetAttribute("data-copy")!)]
            : signers.Select(Secrets).SelectMany((who, at) => new[] { ($"Signers[{at}].Signer", who.Badge), ($"Signers[{at}].Secret", who.Pin) });
    }

    private static (string Badge, string Pin) Secrets(IElement actor) =>
        (actor.QuerySelector("[data-badge-code]")!.GetAttribute("data-copy")!, actor.QuerySelector("[data-pin]")!.GetAttribute("data-copy")!);

    private static async Task AssertWentOnAsync(HttpResponseMessage answer, string what)
    {
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            Assert.Fail($"{what}: {answer.StatusCode} {await Tablet.SaysAsync(answer)}");
        }
    }
}
