using System.Net;
using AngleSharp;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Durability;

/// <summary>A browser without script that enrols and scans as fast as the server answers, and notes every answer.</summary>
internal sealed class BusyDesk(Uri site, IReadOnlyList<CrewMember> crew, string name, Acknowledged acknowledged) : IDisposable
{
    private const int ScansPerChain = 20;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };

    public async Task SignInAsync()
    {
        var coordinator = First(Role.Coordinator);
        using var answer = await PostAsync(
            "/Account/SignIn?handler=Badge", await TokenAsync("/Account/SignIn"), new() { ["Badge"] = coordinator.Badge, ["Pin"] = coordinator.Pin });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public async Task EnrolAsync() => await EnrolAsync(await TokenAsync("/Enrolment/New"), turn: 1);

    /// <summary>Works until the server, or the database behind it, is gone.</summary>
    public async Task WorkAsync()
    {
        try
        {
            var token = await TokenAsync("/Enrolment/New");
            for (var turn = 1; ; turn++)
            {
                var coi = await EnrolAsync(token, turn);
                for (var scan = 1; scan <= ScansPerChain; scan++)
                {
                    await ScanAsync(token, coi, $"{name}-{turn}-{scan}");
                }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            // Killed in the middle of a request, or answered with an error: that one was never acknowledged.
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> EnrolAsync(string token, int turn)
    {
        var (investigator, coordinator) = (First(Role.Investigator), First(Role.Coordinator));
        using var answer = await PostAsync("/Enrolment/New", token, new()
        {
            ["Attempt"] = $"{name}-{turn}",
            ["Input.Surname"] = "Тестов",
            ["Input.GivenName"] = Letters(name) + Letters($"{turn}"),
            ["Input.BirthDate"] = "1980-05-17",
            ["Input.ConsentedOn"] = MoscowTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", null),
            ["Input.ConsentVersion"] = "2.0",
            ["Input.Diagnosis"] = "ALL",
            ["Input.Weight"] = "70",
            ["Input.LongTermFollowUp"] = "true",
            ["Input.InclusionMet"] = "true",
            ["Input.NoExclusion"] = "true",
            ["Input.NoGeneTherapy"] = "true",
            ["Signers[0].Signer"] = investigator.Badge,
            ["Signers[0].Secret"] = investigator.Pin,
            ["Signers[1].Signer"] = coordinator.Badge,
            ["Signers[1].Secret"] = coordinator.Pin,
        });
        var next = answer.Headers.Location?.ToString() ?? "";
        Assert.True(next.StartsWith("/Chains/", StringComparison.Ordinal), $"Not enrolled: {await answer.Content.ReadAsStringAsync()}");
        var coi = next["/Chains/".Length..];
        acknowledged.Chains.Add(coi);
        return coi;
    }

    /// <summary>A seal where a wristband is wanted: refused, and the refusal is an entry of the ledger.</summary>
    private async Task ScanAsync(string token, string coi, string id)
    {
        using var answer = await PostAsync($"/Enrolment/Step/band.bind/{coi}?handler=Scan", token, new()
        {
            ["Attempt"] = $"scan-{id}",
            ["Scanned"] = HouseStock.Of(Identity.HouseKind.Seal, 1, 0).ToString(),
            ["KeyCount"] = "12",
            ["KeyMedianMs"] = "10",
            ["KeyEnd"] = "Enter",
            ["ClientScanId"] = id,
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await answer.Content.ReadAsStringAsync();
        Assert.True(acknowledged.Scans.TryAdd(id, coi));
    }

    private async Task<string> TokenAsync(string page)
    {
        using var context = BrowsingContext.New();
        var html = await _client.GetStringAsync(new Uri(page, UriKind.Relative));
        using var document = await context.OpenAsync(request => request.Content(html));
        return document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private async Task<HttpResponseMessage> PostAsync(string address, string token, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = token;
        using var form = new FormUrlEncodedContent(fields);
        var answer = await _client.PostAsync(new Uri(address, UriKind.Relative), form);
        return answer.StatusCode >= HttpStatusCode.InternalServerError ? answer.EnsureSuccessStatusCode() : answer;
    }

    private CrewMember First(Role role) => crew.First(member => member.Role == role);

    /// <summary>Names have no digits.</summary>
    private static string Letters(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('а' + (c - '0')) : c));
}
