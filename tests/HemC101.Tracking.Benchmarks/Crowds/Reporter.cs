using System.Net;
using System.Net.Http.Headers;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <summary>
/// A nurse who records one reaction after the other: a whole step, taken and written with its rows, that nobody signs with a PIN. Each post
/// is a form of its own; the page it leads to is not fetched.
/// </summary>
internal sealed class Reporter : IClient
{
    public const string Event = "ReactionRecorded";

    private static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded");

    private readonly HttpClient _poster;
    private readonly Uri _address;
    private readonly string _form;
    private readonly string _leadsTo;

    /// <param name="tablet">Whose session it is; not needed any more afterwards.</param>
    /// <param name="coi">Whose reactions.</param>
    /// <param name="bag">The one infused.</param>
    public Reporter(Tablet tablet, CoiId coi, DoseBagId bag)
    {
        _poster = tablet.Poster();
        _address = new($"/Ward/Step/infusion.reaction/{coi}/{bag}?handler=Take", UriKind.Relative);
        _form = tablet.FormOf("grade=1");
        _leadsTo = $"/Chains/{coi}";
    }

    public async Task AskAsync()
    {
        using var form = new StringContent($"{_form}&Attempt={Guid.CreateVersion7():N}", Form);
        using var answer = await _poster.PostAsync(_address, form);
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.ToString() != _leadsTo)
        {
            throw new InvalidOperationException(
                $"The reaction was not recorded: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose() => _poster.Dispose();
}
