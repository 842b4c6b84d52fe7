using System.Globalization;
using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Access;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

/// <summary>A site that lets ten sign-ins through from one address and ten scans in one session, with a bag that is being infused.</summary>
public sealed class RateDoorTests : IAsyncLifetime
{
    private const int Allowed = 10;
    private const string SignIn = "/Account/SignIn";

    private LiveSite _site = null!;
    private WebApplicationFactory<Program> _strict = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"));
        _strict = _site.WithWebHostBuilder(builder => builder
            .UseSetting("Limits:SignInsPerMinute", Allowed.ToString(CultureInfo.InvariantCulture))
            .UseSetting("Limits:ScansPerMinute", Allowed.ToString(CultureInfo.InvariantCulture))
            .ConfigureTestServices(services => services.AddSingleton<IStartupFilter, CallerFromHeader>()));
    }

    public async Task DisposeAsync()
    {
        await _strict.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("ru", "входят слишком часто", "войдите снова")]
    [InlineData("en", "too many sign-ins from this address", "sign in again")]
    public async Task SignIn_TooOftenFromOneAddress_IsRefusedWithWhatToDo(string language, string what, string whatToDo)
    {
        var browser = Client("10.0.0.5");
        using var guesser = new Tablet(browser);
        using var chosen = await Desk.SendAsync(browser, SignIn, ("ReturnUrl", "/"), ("Chosen", language));
        await SignInAsync(guesser, Allowed);

        using var refused = await SignInAsync(guesser);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var said = await refused.Content.ReadAsStringAsync();
        Assert.Contains(what, said, StringComparison.Ordinal);
        Assert.Contains(whatToDo, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.6", HttpStatusCode.OK)]
    [InlineData("10.0.0.5", "::ffff:10.0.0.5", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", HttpStatusCode.OK)]
    public async Task SignIn_FromElsewhere_IsCountedForItself(string first, string second, HttpStatusCode expected)
    {
        using var guesser = From(first);
        using var other = From(second);
        await SignInAsync(guesser, Allowed);

        using var answer = await SignInAsync(other);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("PasskeyOptions")]
    [InlineData("Passkey")]
    public async Task SignIn_WithAPasskey_CountsLikeTheOthers(string handler)
    {
        using var guesser = From("10.0.0.5");
        for (var i = 0; i < Allowed; i++)
        {
            using var answer = await guesser.PostAsync(SignIn, handler, []);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await guesser.PostAsync(SignIn, handler, []);
        using var byName = await SignInAsync(guesser);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (refused.StatusCode, byName.StatusCode));
    }

    [Fact]
    public async Task SignIn_Exhausted_LeavesThoseWhoAreInAtWork()
    {
        using var nurse = await TabletAsync("10.0.0.5", Role.WardNurse);
        using var guesser = From("10.0.0.5");
        await SignInAsync(guesser, Allowed - 1);
        using var refused = await SignInAsync(guesser);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        using var page = await nurse.OpenAsync("/");
        using var scan = await ScanAsync(nurse);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, scan.StatusCode));
    }

    [Fact]
    public async Task Scans_TooManyInOneSession_AreRefusedWhereverACodeIsRead_AndNothingIsRecorded()
    {
        using var nurse = await TabletAsync("10.0.0.5", Role.WardNurse);
        await ExhaustAsync(nurse);
        var before = _site.Written();

        foreach (var handler in await ReadersAsync())
        {
            using var refused = await nurse.PostAsync(handler.Address, handler.Name, [("Scanned", "x"), ("Badge", "x"), ("Attempt", "one")]);

            Assert.True(refused.StatusCode == HttpStatusCode.TooManyRequests, $"{handler}: {refused.StatusCode}");
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("отсканируйте снова", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Scans_OfAnotherSession_AreCountedForThemselves()
    {
        using var nurse = await TabletAsync("10.0.0.5", Role.WardNurse);
        using var beside = await TabletAsync("10.0.0.5", Role.WardNurse);
        await ExhaustAsync(nurse);

        using var answer = await ScanAsync(beside);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Pause_Reaction_AndStop_AreTaken_WhenNoMoreScansAre()
    {
        using var nurse = await TabletAsync("10.0.0.5", Role.WardNurse);
        await ExhaustAsync(nurse);

        await TakeAsync(nurse, "infusion.pause", ("reason", "reaction"));
        await TakeAsync(nurse, "infusion.reaction", ("grade", "2"));
        await TakeAsync(nurse, "infusion.stop", ("reason", "reaction"), ("volume", ""));

        Assert.Equal(BagState.PartiallyInfused, (await _site.ChainAsync(Coi)).Bags[0].State);
    }

    private async Task TakeAsync(Tablet nurse, string step, params (string Name, string Value)[] fields)
    {
        var bag = (await _site.ChainAsync(Coi)).Bags[0].Id.ToString();
        using var taken = await nurse.TakeAsync(Tablet.Step("Ward", step, Coi, bag), step, [], fields);
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
    }

    /// <summary>Every handler of the application that reads a code, by its name.</summary>
    private async Task<IReadOnlyList<(string Address, string? Name)>> ReadersAsync()
    {
        var bag = (await _site.ChainAsync(Coi)).Bags[0].Id.ToString();
        var readers = (await PageHandlers.OfAsync(_strict.Services))
            .Where(handler => handler.Handler == "POST Scan" || handler is { Page: "/Scan", Handler: "POST" } or { Page: "/Ward/Bedside", Handler: "POST Open" })
            .Select(handler => (
                handler.Page switch
                {
                    "/Work/Step" => Tablet.Step("Ward", "infusion.resume", Coi, bag),
                    "/CellStore/Count" => "/CellStore/Count/1",
                    "/Ward/Bedside" => $"/Ward/Bedside/{Coi}/{bag}",
                    var page => page.Replace("/Index", "", StringComparison.Ordinal),
                },
                handler.Handler.Split(' ') is [_, var name] ? name : null));
        return [.. readers];
    }

    private static async Task ExhaustAsync(Tablet nurse)
    {
        for (var i = 0; i < Allowed; i++)
        {
            using var taken = await ScanAsync(nurse);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> ScanAsync(Tablet nurse) => nurse.PostAsync("/Scan", handler: null, [("Scanned", "nothing known")]);

    private static async Task SignInAsync(Tablet guesser, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await SignInAsync(guesser);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{i}: {answer.StatusCode}");
        }
    }

    /// <summary>Incomplete, so that no account is locked by it.</summary>
    private static Task<HttpResponseMessage> SignInAsync(Tablet guesser) => guesser.PostAsync(SignIn, "Password", [("UserName", "somebody")]);

    private Task<Tablet> TabletAsync(string address, Role role) => Tablet.SignInAsync(Client(address), _site.Crew(role), "ru");

    private Tablet From(string address) => new(Client(address));

    private HttpClient Client(string address)
    {
        var client = _strict.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add(CallerFromHeader.Header, address);
        return client;
    }

    /// <summary>The test server has no callers' addresses.</summary>
    private sealed class CallerFromHeader : IStartupFilter
    {
        public const string Header = "Test-Caller";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].ToString());
                return go(context);
            });
            next(app);
        };
    }
}
