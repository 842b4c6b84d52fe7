using System.Net;
using AngleSharp.Html.Dom;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

/// <summary>Every form of every page, with what must not come in. The site has a participant with a thawed bag at the bed.</summary>
public sealed class FormDoorTests : IAsyncLifetime
{
    /// <summary>Between them they may open every page.</summary>
    private static readonly Role[] Crew = [Role.WardNurse, Role.Coordinator, Role.Administrator, Role.QualityAssurance];

    private readonly Dictionary<string, HttpClient> _tablets = [];
    private readonly Dictionary<string, string> _tokens = [];
    private LiveSite _site = null!;
    private IReadOnlyList<FormHandler> _handlers = [];

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("thaw.end", "1"));
        _handlers = await FormHandlers.OfAsync(_site.Services);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public void Handlers_AreFoundByThemselves()
    {
        Assert.True(_handlers.Count > 20, $"Only {_handlers.Count} form handlers.");
        Assert.Contains(_handlers, handler => handler is { Template: "Account/SignIn", Handler: "Badge" } && handler.Fields.Contains("Pin"));
        Assert.Contains(_handlers, handler => handler.Template.StartsWith("Enrolment/New", StringComparison.Ordinal) && handler.Fields.Contains("Input.Surname"));
        Assert.Contains(_handlers, handler => handler.Handler == "Take" && handler.Fields.Contains("Signers[0].Signer"));
    }

    [Theory]
    [InlineData("ru", "a\0b", HttpStatusCode.BadRequest, "управляющий символ U+0000")]
    [InlineData("en", "a\0b", HttpStatusCode.BadRequest, "control character U+0000")]
    [InlineData("ru", "\u001B[2J", HttpStatusCode.BadRequest, "управляющий символ U+001B")]
    [InlineData("en", "a\u0085b", HttpStatusCode.BadRequest, "control character U+0085")]
    public async Task ControlCharacter_InAnyFieldOfAnyForm_IsRefusedWithASentence(string language, string text, HttpStatusCode status, string sentence)
    {
        var before = await WrittenAsync(language);
        foreach (var (handler, field) in from handler in _handlers from field in handler.Fields select (handler, field))
        {
            using var answer = await PostAsync(language, handler, field, text);
            await AssertRefusedAsync(answer, status, sentence, $"{handler} {field}");
        }

        Assert.Equal(before, _site.Written());
    }

    [Theory]
    [InlineData("ru", "Форма слишком велика")]
    [InlineData("en", "The form is too large")]
    public async Task TwoMegabytes_InAnyForm_AreRefusedWithASentence(string language, string sentence)
    {
        var before = await WrittenAsync(language);
        foreach (var handler in _handlers)
        {
            using var answer = await PostAsync(language, handler, handler.Fields[0], new string('x', 2 * 1_024 * 1_024));
            await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, sentence, handler.ToString());
        }

        Assert.Equal(before, _site.Written());
    }

    [Theory]
    [InlineData("ru", "больше 1000 знаков")]
    [InlineData("en", "more than 1000 characters")]
    public async Task OverlongText_InAnyFieldButAScan_IsRefusedWithASentence(string language, string sentence)
    {
        foreach (var (handler, field) in from handler in _handlers from field in handler.Fields where !IsPasskeyAnswer(field) select (handler, field))
        {
            using var answer = await PostAsync(language, handler, field, new string('x', 1_001));
            if (field.Equals("Scanned", StringComparison.OrdinalIgnoreCase))
            {
                // At the bed no round is open, and no scanner test is begun: the page sends back to the badge, or to the beginning. No count is open either.
                Assert.True(
                    (answer.StatusCode == HttpStatusCode.NotFound && handler.Template.StartsWith("CellStore/Count", StringComparison.Ordinal))
                    || answer.StatusCode == HttpStatusCode.Redirect
                        && (handler.Template.StartsWith("Ward/Bedside", StringComparison.Ordinal) || handler.Template.StartsWith("ScannerTest", StringComparison.Ordinal))
                    || (await MainAsync(answer)).Contains(language == "ru" ? "слишком длинный текст" : "too long a text", StringComparison.Ordinal),
                    $"{handler} {field}: {answer.StatusCode}");
            }
            else
            {
                await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, sentence, $"{handler} {field}");
            }
        }
    }

    [Theory]
    [InlineData("ru", "больше 16384 знаков")]
    [InlineData("en", "more than 16384 characters")]
    public async Task AnswerOfAnAuthenticator_ReachesThePage_UntilItIsOverlong(string language, string sentence)
    {
        List<FormHandler> handlers = [.. _handlers.Where(handler => handler.Fields.Any(IsPasskeyAnswer))];
        Assert.Equal(3, handlers.Count);
        foreach (var handler in handlers)
        {
            using var longest = await PostAsync(language, handler, "PasskeyAnswer", new string('x', 16_384));
            using var overlong = await PostAsync(language, handler, "PasskeyAnswer", new string('x', 16_385));

            Assert.Equal(handler.ToString().Contains("SecondFactor", StringComparison.Ordinal) ? HttpStatusCode.Found : HttpStatusCode.OK, longest.StatusCode);
            await AssertRefusedAsync(overlong, HttpStatusCode.RequestEntityTooLarge, sentence, handler.ToString());
        }
    }

    /// <summary>What a scanner legitimately sends comes in; the page itself answers, and answers without a failure.</summary>
    [Fact]
    public async Task ScannerControls_InAnyField_ReachThePage()
    {
        foreach (var (handler, field) in from handler in _handlers from field in handler.Fields select (handler, field))
        {
            using var answer = await PostAsync("ru", handler, field, "[)>\u001E06\u001Da\u001Db\u001E\u0004\t\r\n");

            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{handler} {field}: {answer.StatusCode}");
            Assert.DoesNotContain("управляющий символ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ControlCharacter_InTheAddress_IsRefused()
    {
        using var answer = await (await TabletAsync("ru", Role.WardNurse)).GetAsync(new Uri($"{PathOf("Ward/Bedside/{coi}/{bag}")}?attempt=a%00b", UriKind.Relative));

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "управляющий символ", "query");
    }

    private static bool IsPasskeyAnswer(string field) => field.Equals("PasskeyAnswer", StringComparison.OrdinalIgnoreCase);

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string sentence, string what)
    {
        Assert.True(answer.StatusCode == status, $"{what}: {answer.StatusCode}");
        Assert.True((await MainAsync(answer)).Contains(sentence, StringComparison.Ordinal), $"{what}: {await MainAsync(answer)}");
    }

    private static async Task<string> MainAsync(HttpResponseMessage answer) => (await Desk.PageAsync(answer)).QuerySelector("main")!.TextContent;

    /// <summary>By somebody who may open the page; nobody of the crew is signed out by it.</summary>
    private async Task<HttpResponseMessage> PostAsync(string language, FormHandler handler, string field, string text)
    {
        foreach (var role in Crew)
        {
            var tablet = await TabletAsync(language, role);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { [field] = text, ["__RequestVerificationToken"] = _tokens[$"{language} {role}"] });
            var answer = await tablet.PostAsync(
                new Uri(PathOf(handler.Template) + (handler.Handler is null ? "" : $"?handler={handler.Handler}"), UriKind.Relative), form);
            if (answer.StatusCode != HttpStatusCode.Forbidden && !(answer.Headers.Location?.ToString().Contains("AccessDenied", StringComparison.Ordinal) ?? false))
            {
                if (handler.Template.EndsWith("SignOut", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.Redirect)
                {
                    _tablets.Remove($"{language} {role}");
                }

                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException($"Nobody may open {handler}.");
    }

    private async Task<string> WrittenAsync(string language)
    {
        foreach (var role in Crew)
        {
            await TabletAsync(language, role);
        }

        return _site.Written();
    }

    private async Task<HttpClient> TabletAsync(string language, Role role)
    {
        var key = $"{language} {role}";
        if (!_tablets.TryGetValue(key, out var client))
        {
            client = _tablets[key] = _site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
            await Tablet.SignInAsync(client, _site.Crew(role), language);
            using var home = await client.GetAsync(new Uri("/", UriKind.Relative));
            _tokens[key] = ((IHtmlInputElement)(await Desk.PageAsync(home)).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        }

        return client;
    }

    private string PathOf(string template)
    {
        var coi = _site.Chains[0];
        var bag = _site.ChainAsync(coi).GetAwaiter().GetResult().Bags[0].Id;
        var places = new Dictionary<string, string>
        {
            ["{coi}"] = coi.ToString(),
            ["{bag}"] = bag.ToString(),
            ["{target?}"] = bag.ToString(),
            ["{station}"] = "Ward",
            ["{form:regex(^(Step|Paper)$)}"] = "Step",
            ["{id}"] = template.Contains("House", StringComparison.Ordinal) ? HouseStock.Of(Identity.HouseKind.Seal, 1, 0).ToString() : "bag.discard",
            ["{staffNo}"] = _site.Crew(Role.WardNurse, 2).Person.Number.ToString(),
            ["{code:int?}"] = "400",
        };
        return "/" + places.Aggregate(template, (path, place) => path.Replace(place.Key, Uri.EscapeDataString(place.Value), StringComparison.Ordinal));
    }
}
