using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>Every page and handler that the application has, for every role and for somebody who has not signed in.</summary>
[Collection(AccessCollection.Name)]
public sealed class PageMatrixTests(AccessSite access)
{
    private static readonly Role?[] Visitors = [null, .. Enum.GetValues<Role>()];

    [Fact]
    public async Task EveryPage_IsInTheTable_AndTheTableNamesNoOther()
    {
        var real = (await HandlersAsync()).Select(handler => $"{handler.Page} {handler.Handler}").Distinct().Order(StringComparer.Ordinal);
        var decided = Doors.All.SelectMany(door => door.Each.Select(handler => $"{door.Page} {handler}")).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(real, decided);
        Assert.Equal(Doors.NoPages, PageHandlers.Others(access.Site.Services).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryHandler_AnswersEveryRole_AsTheTableSays()
    {
        List<string> wrong = [];
        foreach (var handler in await HandlersAsync())
        {
            foreach (var role in Visitors)
            {
                using var answer = await access.AskAsync(role, handler.Handler, AddressOf(handler));
                var expected = Expected(handler, role);
                var got = role is null && IsSentToSignIn(answer) ? "to sign-in" : $"{answer.StatusCode}";
                if (got != expected)
                {
                    wrong.Add($"{handler.Handler} {handler.Page} for {role?.ToString() ?? "nobody"}: {got}, not {expected}");
                }

                if (!Doors.Naming.Contains(handler.Page) && (await answer.Content.ReadAsStringAsync()).Contains(AccessSite.Name, StringComparison.Ordinal))
                {
                    wrong.Add($"{handler.Handler} {handler.Page} tells {role?.ToString() ?? "nobody"} the participant's name");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Closed_SaysSoInWords_AndSignedOut_ChangesNothing()
    {
        var before = access.Site.Written();

        using var refused = await access.AskAsync(Role.Courier, "GET", "/Administration/People");
        foreach (var handler in (await HandlersAsync()).Where(handler => handler.Handler.StartsWith("POST", StringComparison.Ordinal)))
        {
            using var answer = await access.AskAsync(null, handler.Handler, AddressOf(handler));
        }

        Assert.Contains("Ваши роли её не открывают", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, access.Site.Written());
    }

    private static string Expected(PageHandler handler, Role? role) =>
        Doors.Of(handler.Page, handler.Handler).FirstOrDefault(door => door.IsOpenTo(role)) is { } open ? $"{open.Answer}"
        : role is null ? "to sign-in"
        : $"{Doors.Closed}";

    private static bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/Account/SignIn?ReturnUrl=", StringComparison.Ordinal);

    private async Task<IReadOnlyList<PageHandler>> HandlersAsync() =>
        [.. (await PageHandlers.OfAsync(access.Site.Services)).Where(handler => handler.Page != Doors.StepPage)];

    private string AddressOf(PageHandler handler) =>
        access.AddressOf(handler.Template) + (handler.Page == "/Administration/AddThing" ? $"?Kind={HouseKind.MaterialLot}" : "");
}
