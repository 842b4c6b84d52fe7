using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Tests.Infrastructure;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>Requests that no page of ours makes.</summary>
[Collection(AccessCollection.Name)]
public sealed class AttackTests(AccessSite access)
{
    /// <summary>HTML, an end of attribute and statement, and the brackets of a template in one; an element of this name would be ours alone.</summary>
    private const string Mixture = "<x-probe onclick=alert(1)>'\"><x-probe>'; drop table ledger; --{{ 7 | times: 7 }}${7*7}";

    private static readonly string[] OutsideTheSite =
    [
        "/appsettings.json", "/hemc101.db", "/keys", "/HemC101.Tracking.Web.dll", "/..%2fappsettings.json", "/css/..%2f..%2fappsettings.json",
        "/css/..%5c..%5cappsettings.json", "/js/%2e%2e%2f%2e%2e%2fhemc101.db", "/lib//etc/passwd",
        "/Chains/..%2f..%2fhemc101.db", "/Administration/House/..%2f..%2fappsettings.json", "/Administration/People/..%2fhemc101.db",
        "/Quality/Trace/..%2f..%2fetc%2fpasswd", "/Ward/Bedside/..%2f..%2fkeys/x", "/Labels/Template/..%2f..%2fappsettings.json", "/Error/..%2fappsettings.json",
    ];

    [Fact]
    public async Task Form_OfSomebodyElsesSession_IsRefused_AndLeavesNothing()
    {
        var before = access.Site.Written();
        var captured = await access.TokenAsync(Role.Investigator);

        using var answer = await access.AskAsync(
            Role.WardNurse, "POST Take", access.AddressOf(StepCatalogue.Get("bag.discard")), (AccessSite.TokenField, captured));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Форма не принята", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, access.Site.Written());
    }

    [Fact]
    public async Task HtmlSqlAndTemplates_InEveryFieldOfEveryForm_StayText()
    {
        List<string> wrong = [];
        var pages = (await PageHandlers.OfAsync(access.Site.Services)).DistinctBy(page => page.Template).ToDictionary(page => page.Template, page => page.Page);
        foreach (var form in await FormHandlers.OfAsync(access.Site.Services))
        {
            var handler = $"POST {form.Handler}".Trim();
            var step = pages[form.Template] == Doors.StepPage;
            var address = step ? access.AddressOf(StepCatalogue.Get("bag.discard")) : access.AddressOf(form.Template);
            var role = step ? Role.WardNurse : Doors.Of(pages[form.Template], handler).First().Roles?[0];
            foreach (var field in form.Fields)
            {
                using var answer = await access.AskAsync(role, handler, address, (field, Mixture));
                await CheckAsync(answer, $"{form} {field}", wrong);
            }
        }

        Assert.Empty(wrong);
        Assert.NotEmpty(access.Site.Written());
    }

    [Fact]
    public async Task HtmlSqlAndTemplates_InEveryRecordedValueOfEveryStep_StayText()
    {
        List<string> wrong = [];
        foreach (var step in StepCatalogue.All.Where(step => step.Record.Count > 0))
        {
            using var answer = await access.AskAsync(step.Roles[0], "POST Take", access.AddressOf(step), step.Record.Select(field => (field.Name, Mixture)));
            await CheckAsync(answer, step.Id, wrong);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task FilesOutsideTheSite_AreGivenToNobody()
    {
        foreach (var address in OutsideTheSite)
        {
            foreach (var role in new Role?[] { null, Role.Administrator })
            {
                using var answer = await access.AskAsync(role, "GET", address);

                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{address}: {answer.StatusCode}");
                Assert.Null(answer.Content.Headers.ContentDisposition);
                Assert.True(answer.Content.Headers.ContentType?.MediaType is null or "text/html", address);
            }
        }
    }

    [Theory]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("CHA999926000001%0d%0aX-Probe:%201")]
    [InlineData("%2f%2fevil.example")]
    public async Task NameOfADownload_ThatIsNoChain_IsNotFound(string name)
    {
        using var answer = await access.AskAsync(Role.QualityAssurance, "POST", $"/Chains/{name}/Evidence");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Theory]
    [InlineData("%2f%2fevil.example", "x")]
    [InlineData("a%0d%0aX-Probe:%201", "b%0d%0ac")]
    [InlineData("..%2f..%2f..%2fAccount", "SignOut%3fx")]
    public async Task AddressAtTheBed_FromAnAddressWrittenByHand_LeadsToTheBedAlone(string coi, string bag)
    {
        using var answer = await access.AskAsync(Role.WardNurse, "GET", $"/Ward/Step/bedside.first/{coi}/{bag}");

        var location = answer.Headers.GetValues("Location").Single();
        Assert.StartsWith("/Ward/Bedside/", location, StringComparison.Ordinal);
        Assert.DoesNotContain(location, character => char.IsControl(character));
        Assert.Equal(4, location.Count(character => character == '/'));
    }

    private static async Task CheckAsync(HttpResponseMessage answer, string what, List<string> wrong)
    {
        if (answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode == HttpStatusCode.Forbidden)
        {
            wrong.Add($"{what}: {answer.StatusCode}");
        }

        if (answer.Content.Headers.ContentType?.MediaType is { } kind and not "text/html")
        {
            return; // a proof to be taken away, whose bytes may be any
        }

        var page = await Desk.PageAsync(answer);
        if (page.QuerySelector("x-probe") is not null || page.Body!.TextContent.Contains("49$", StringComparison.Ordinal))
        {
            wrong.Add($"{what}: the answer holds the element, or what the template made of it");
        }
    }
}
