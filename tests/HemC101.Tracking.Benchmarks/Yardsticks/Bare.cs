using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks.Yardsticks;

/// <summary>What this machine needs for the parts a scan is made of.</summary>
internal sealed class Bare(HttpClient site, BareTable table) : IExercise
{
    public const string LoneCommit = "a lone durable commit";
    public const string RazorPage = "a bare Razor page";
    public const string Commit = "a bare endpoint with one durable commit";

    public async Task DoAsync(Timings timings, int turn)
    {
        await timings.TimeAsync(LoneCommit, async () =>
        {
            await table.InsertAsync();
            return true;
        });
        await timings.TimeAsync(RazorPage, () => site.GetStringAsync(new Uri(BareSite.Page, UriKind.Relative)));
        await timings.TimeAsync(Commit, async () =>
        {
            using var answer = await site.PostAsync(new Uri(BareSite.Commit, UriKind.Relative), null);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        });
    }
}
