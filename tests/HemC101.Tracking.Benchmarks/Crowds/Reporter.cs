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
    private readonly string _form;
    private readonly IReadOnlyList<(Uri Address, string LeadsTo)> _rounds;
    private readonly int _each;
    private int _asked;

    /// <param name="tablet">Whose session it is; not needed any more afterwards.</param>
    /// <param name="infused">Whose reactions, and the bag infused: one participant after the other, and then from the first again.</param>
    /// <param name="each">So many reactions of one before the next.</param>
    public Reporter(Tablet tablet, IEnumerable<(CoiId Coi, DoseBagId Bag)> infused, int each)
    {
        _poster = tablet.Poster();
        _form = tablet.FormOf("grade=1");
        _rounds =
        [
            .. infused.Select(of => (new Uri($"/Ward/Step/infusion.reaction/{of.Coi}/{of.Bag}?handler=Take", UriKind.Relative), $"/Chains/{of.Coi}")),
        ];
        _each = each;
    }

    public async Task AskAsync()
    {
        var (address, leadsTo) = _rounds[_asked++ / _each % _rounds.Count];
        using var form = new StringContent($"{_form}&Attempt={Guid.CreateVersion7():N}", Form);
        using var answer = await _poster.PostAsync(address, form);
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.ToString() != leadsTo)
        {
            throw new InvalidOperationException(
                $"The reaction was not recorded: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose() => _poster.Dispose();
}
