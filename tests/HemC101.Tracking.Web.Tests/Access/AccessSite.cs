using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>One site with somebody of every role, each in a browser of their own, and one who has not signed in; a bag lies thawed at the bed.</summary>
public sealed class AccessSite : IAsyncLifetime
{
    /// <summary>The participant's given name: stands on a page only where a role needs it.</summary>
    public const string Name = "Пётр";

    public const string TokenField = "__RequestVerificationToken";

    private const string SignOut = "/Account/SignOut";

    private readonly Dictionary<string, (HttpClient Client, string Token)> _browsers = [];

    internal LiveSite Site { get; private set; } = null!;

    internal ChainState Chain { get; private set; } = null!;

    public CoiId Coi => Site.Chains[0];

    public async Task InitializeAsync()
    {
        Site = await LiveSite.OpenAsync(DemoLeg.UpTo("thaw.end", "1"));
        Chain = await Site.ChainAsync(Coi);
        foreach (var role in Enum.GetValues<Role>())
        {
            await BrowserAsync(role);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var (client, _) in _browsers.Values)
        {
            client.Dispose();
        }

        await Site.DisposeAsync();
    }

    /// <summary>As somebody who opens the address by hand, or writes the request that a page of theirs would not offer.</summary>
    /// <param name="role">Null for somebody who has not signed in.</param>
    /// <param name="handler"><c>GET</c>, <c>POST Take</c>.</param>
    /// <param name="fields">The form token is theirs, unless the fields hold another.</param>
    public async Task<HttpResponseMessage> AskAsync(Role? role, string handler, string address, params IEnumerable<(string Name, string Value)> fields)
    {
        var (client, token) = await BrowserAsync(role);
        var (method, name) = handler.Split(' ') is [var verb, var named] ? (verb, named) : (handler, "");
        var target = new Uri(name.Length == 0 ? address : $"{address}{(address.Contains('?') ? '&' : '?')}handler={name}", UriKind.Relative);
        if (method == "GET")
        {
            return await client.GetAsync(target);
        }

        using var form = new FormUrlEncodedContent(
            fields.Prepend((TokenField, token)).GroupBy(field => field.Item1).Select(field => KeyValuePair.Create(field.Key, field.Last().Item2)));
        if (address == SignOut)
        {
            _browsers.Remove($"{role}");
        }

        return await client.PostAsync(target, form);
    }

    /// <param name="template">Of a page, with its places.</param>
    internal string AddressOf(string template)
    {
        var places = new Dictionary<string, string>
        {
            ["{coi}"] = Coi.ToString(),
            ["{bag}"] = Chain.Bags[0].Id.ToString(),
            ["{id}"] = HouseStock.Lot(MaterialKind.Medium).ToString(),
            ["{staffNo}"] = Site.Crew(Role.WardNurse, 2).Person.Number.ToString(),
            ["{version:int}"] = Chain.Past.First(entry => entry.What is FirstCheckFinished).Version.ToString(CultureInfo.InvariantCulture),
            ["{code:int?}"] = "404",
            ["{number:int}"] = "404",
            ["{name}"] = "dose-bag-day1",
        };
        return "/" + places.Aggregate(template, (path, place) => path.Replace(place.Key, Uri.EscapeDataString(place.Value), StringComparison.Ordinal));
    }

    internal string AddressOf(Step step) => new StepAddress(step, Coi, TargetOf(step) ?? "1").Path;

    /// <returns>Null when the chain has no such thing.</returns>
    internal string? TargetOf(Step step) => step.Scope switch
    {
        Scope.Chain => "",
        Scope.Collection => Chain.Collections[0].Donation.ToString(),
        Scope.Batch => Chain.Batches[0].Number.ToString(),
        Scope.Unit => Chain.CurrentBatch!.Units[0].Code,
        Scope.Test => Chain.CurrentBatch!.Specification.Tests[0].Code,
        Scope.Day => "1",
        Scope.Bag => Chain.Bags[0].Id.ToString(),
        Scope.Hold => Chain.Holds.Select(hold => hold.Number.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(),
        Scope.Deviation => Chain.Deviations.Select(deviation => deviation.Number.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(),
        Scope.Half => Chain.FirstChecks.Select(check => check.Version.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(),
        Scope.SafetyAct => Chain.SafetyActs.Select(act => act.Number.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(),
        Scope.Print => Chain.Prints.Keys.First().ToString(),
        Scope.Record => Chain.Past.SelectMany(entry => Recorded.Of(Chain, entry)).First().Target,
        var other => throw new InvalidOperationException($"Unexpected scope {other}."),
    };

    /// <summary>The form token of somebody's pages.</summary>
    public async Task<string> TokenAsync(Role? role) => (await BrowserAsync(role)).Token;

    private async Task<(HttpClient Client, string Token)> BrowserAsync(Role? role)
    {
        if (!_browsers.TryGetValue($"{role}", out var browser))
        {
            var client = Site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
            if (role is { } known)
            {
                await new Tablet(client).SignInAgainAsync(Site.Crew(known));
            }

            using var page = await client.GetAsync(new Uri(role is null ? "/Account/SignIn" : "/", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            var field = (IHtmlInputElement)(await Desk.PageAsync(page)).QuerySelector($"input[name={TokenField}]")!;
            _browsers[$"{role}"] = browser = (client, field.Value);
        }

        return browser;
    }
}

[CollectionDefinition(Name)]
public sealed class AccessCollection : ICollectionFixture<AccessSite>
{
    public const string Name = "access";
}
