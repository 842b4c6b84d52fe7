using System.Net;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <summary>
/// A nurse who records one reaction after the other: a whole step, taken and written with its rows, that nobody signs with a PIN. Each post
/// is a form of its own; the page it leads to is not fetched.
/// </summary>
internal sealed class Reporter(Tablet tablet, CoiId coi, DoseBagId bag) : IClient
{
    public const string Event = "ReactionRecorded";

    private readonly string _address = $"/Ward/Step/infusion.reaction/{coi}/{bag}?handler=Take";

    public async Task AskAsync()
    {
        using var answer = await tablet.PostAsync(_address, ("Attempt", Guid.NewGuid().ToString("N")), ("grade", "1"));
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.ToString() != $"/Chains/{coi}")
        {
            throw new InvalidOperationException(
                $"The reaction was not recorded: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose() => tablet.Dispose();
}
