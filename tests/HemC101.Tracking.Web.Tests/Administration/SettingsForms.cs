using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Administration;

/// <summary>A change of the settings as somebody fills it in, and as two or three sign it.</summary>
internal static class SettingsForms
{
    public const string Page = "/Administration/NewSettings";

    /// <summary>The form as it comes, with a name, a reason and a document.</summary>
    public static async Task<IReadOnlyList<(string Name, string Value)>> FilledAsync(
        Tablet tablet, string version, params IReadOnlyList<(string Name, string Value)> changes)
    {
        using var page = await tablet.GetAsync(Page);
        return [.. With(FieldsOf(page, "Check"), [("Version", version), ("Reason", "safety"), ("Document", "DSMB-7"), .. changes])];
    }

    /// <returns>The page that asks for signatures, or says why not.</returns>
    public static Task<HttpResponseMessage> CheckAsync(Tablet tablet, IReadOnlyList<(string Name, string Value)> form) => tablet.PostAsync(Page, "Check", form);

    /// <param name="toSign">The page that asks for signatures.</param>
    public static IReadOnlyList<(string Name, string Value)> Signed(IHtmlDocument toSign, params IReadOnlyList<CrewMember> signers) =>
    [
        .. FieldsOf(toSign, "Issue"),
        .. signers.SelectMany((who, at) => new[] { ($"Proofs[{at}].Signer", who.Badge), ($"Proofs[{at}].Secret", who.Pin) }),
    ];

    public static Task<HttpResponseMessage> SendAsync(Tablet tablet, IReadOnlyList<(string Name, string Value)> signed) => tablet.PostAsync(Page, "Issue", signed);

    /// <summary>From the empty form to the answer of who signs.</summary>
    public static async Task<HttpResponseMessage> IssueAsync(
        Tablet tablet, IReadOnlyList<CrewMember> signers, string version, params IReadOnlyList<(string Name, string Value)> changes)
    {
        using var answer = await CheckAsync(tablet, await FilledAsync(tablet, version, changes));
        using var toSign = await People.Desk.PageAsync(answer);
        return await SendAsync(tablet, Signed(toSign, signers));
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlDocument page, string handler)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(form => form.GetAttribute("action")!.EndsWith($"handler={handler}", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form to {handler}: {page.QuerySelector("main")!.TextContent}");
        var inputs = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Name is { } name && !name.StartsWith("Proofs", StringComparison.Ordinal) && name != "__RequestVerificationToken")
            .Where(input => input.Type != "checkbox" || input.IsChecked)
            .Select(input => (input.Name!, input.Value));
        return [.. inputs, .. form.QuerySelectorAll<IHtmlSelectElement>("select").Select(select => (select.Name!, select.Value ?? ""))];
    }

    private static IEnumerable<(string Name, string Value)> With(
        IEnumerable<(string Name, string Value)> fields, IReadOnlyList<(string Name, string Value)> changes) =>
        [.. fields.Concat(changes).GroupBy(field => field.Name).Select(field => field.Last())];
}
