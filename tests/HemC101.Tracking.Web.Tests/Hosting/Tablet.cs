using System.Globalization;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>A browser without script in one person's hands.</summary>
internal sealed class Tablet(HttpClient client) : IDisposable
{
    public static async Task<Tablet> SignInAsync(HttpClient client, CrewMember who, string language)
    {
        var tablet = new Tablet(client);
        await tablet.SignInAgainAsync(who);
        using var chosen = await tablet.PostAsync("/Account/Language", handler: null, [("Chosen", language)]);
        return tablet;
    }

    /// <summary>On the same device, after a session that ran out.</summary>
    public async Task SignInAgainAsync(CrewMember who)
    {
        using var answer = await PostAsync("/Account/SignIn", "Badge", [("Badge", who.Badge), ("Pin", who.Pin)]);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, await SaysAsync(answer));
    }

    public async Task<IHtmlDocument> GetAsync(string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        return await Desk.PageAsync(answer);
    }

    public Task<HttpResponseMessage> OpenAsync(string page) => client.GetAsync(new Uri(page, UriKind.Relative));

    /// <summary>What the page's script measures of a scanner.</summary>
    public static IEnumerable<(string Name, string Value)> Keys(string raw, string median = "10") =>
        [("KeyCount", raw.Length.ToString(CultureInfo.InvariantCulture)), ("KeyMedianMs", median), ("KeyEnd", "Enter")];

    /// <param name="entry">Anything but scanned is only said, without any key.</param>
    public Task<HttpResponseMessage> ScanAsync(string step, string attempt, string raw, string entry = "scanned", string? scanId = null) =>
        ScanAsync(step, attempt, raw, entry == "scanned" ? Keys(raw) : [("EntryMethod", entry)], scanId);

    /// <param name="entry">What the form says of how the code came in; nothing, as without script.</param>
    public Task<HttpResponseMessage> ScanAsync(
        string step, string attempt, string raw, IEnumerable<(string Name, string Value)> entry, string? scanId = null) =>
        PostAsync(
            step, "Scan", [("Attempt", attempt), ("Scanned", raw), ("ClientScanId", scanId ?? Guid.NewGuid().ToString("N")), .. entry]);

    /// <param name="signers">In the order of the step's demands; of an independent check the one whose half it is.</param>
    public async Task<HttpResponseMessage> TakeAsync(
        string step, string attempt, IReadOnlyList<CrewMember> signers, params IReadOnlyList<(string Name, string Value)> fields) =>
        await PostAsync(
            step, "Take",
            [
                ("Attempt", attempt), .. await HalfAsync(step, attempt), .. fields,
                .. signers.SelectMany((who, at) => new[] { ($"Signers[{at}].Signer", who.Badge), ($"Signers[{at}].Secret", who.Pin) }),
            ]);

    /// <summary>Whose half of an independent check the form on the page is; nothing for any other step.</summary>
    public async Task<IEnumerable<(string Name, string Value)>> HalfAsync(string step, string attempt)
    {
        if (StepCatalogue.Find(step.Split('/')[3]) is not { Check: SecondCheck.Independent })
        {
            return [];
        }

        var page = await GetAsync($"{step}?attempt={attempt}");
        return page.QuerySelector("input[name=Half]") is IHtmlInputElement half ? [("Half", half.Value)] : [];
    }

    /// <summary>Posts although the page itself may offer no form: somebody kept it open, or made the request by hand.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string? handler, IEnumerable<(string Name, string Value)> fields)
    {
        var token = await TokenAsync(page == "/Account/SignIn" ? page : "/");
        using var form = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", token),
        ]);
        return await client.PostAsync(new Uri(handler is null ? page : $"{page}?handler={handler}", UriKind.Relative), form);
    }

    /// <summary>With a file, as a form that takes one sends it.</summary>
    public async Task<HttpResponseMessage> PostFileAsync(
        string page, string handler, IEnumerable<(string Name, string Value)> fields, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Append(("__RequestVerificationToken", await TokenAsync("/"))))
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(file), name, "sheet.png");
        return await client.PostAsync(new Uri($"{page}?handler={handler}", UriKind.Relative), form);
    }

    /// <summary>Exactly these fields, and no token but what they bring.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string address, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    /// <returns>The page to which the answer leads in the end.</returns>
    public async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer)
    {
        var next = answer;
        while (next.Headers.Location is { } location)
        {
            next = await client.GetAsync(new Uri(location.IsAbsoluteUri ? location.PathAndQuery : location.ToString(), UriKind.Relative));
        }

        return await Desk.PageAsync(next);
    }

    /// <summary>What the person reads: reasons, verdicts, and what is said at a field; each of it once.</summary>
    public static async Task<string> SaysAsync(HttpResponseMessage answer)
    {
        var page = await Desk.PageAsync(answer);
        return string.Join('\n', page.QuerySelectorAll(".reasons, .verdict, .verdict-full, .field-validation-error").Select(said => said.TextContent.Trim()).Distinct());
    }

    public static string Step(string station, string id, CoiId coi, string target = "") => $"/{station}/Step/{id}/{coi}/{target}".TrimEnd('/');

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync(string page)
    {
        var document = await GetAsync(page);
        return (document.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value
            ?? throw new InvalidOperationException($"{page} has no form:\n{document.Body?.TextContent}");
    }
}
