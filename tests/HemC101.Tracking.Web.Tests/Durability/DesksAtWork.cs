using System.Globalization;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Durability;

/// <summary>Some desks that enrol and scan at one site until something ends it.</summary>
internal static class DesksAtWork
{
    private const int Desks = 4;

    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMinutes(3);

    /// <param name="site">Where they work.</param>
    /// <param name="crew">Who they are.</param>
    /// <param name="name">No other desks at this site were called so.</param>
    /// <param name="acknowledged">Gets every answer.</param>
    /// <param name="answers">After so many of them it happens, in the midst of the work.</param>
    /// <param name="happens">The site, or what it stands on, is gone afterwards.</param>
    public static async Task UntilAsync(
        SiteProcess site, IReadOnlyList<CrewMember> crew, string name, Acknowledged acknowledged, int answers, Func<Task> happens)
    {
        var enough = acknowledged.Count + answers;
        List<BusyDesk> desks = [];
        for (var i = 0; i < Desks; i++)
        {
            var desk = new BusyDesk(site.Address, crew, string.Create(CultureInfo.InvariantCulture, $"{name}d{i}"), acknowledged);
            desks.Add(desk);
            await desk.SignInAsync();
        }

        var work = Task.WhenAll(desks.Select(desk => desk.WorkAsync()));
        var until = TimeProvider.System.GetUtcNow() + AnswersWithin;
        while (acknowledged.Count < enough && !work.IsCompleted && TimeProvider.System.GetUtcNow() < until)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await happens();
        await work;
        desks.ForEach(desk => desk.Dispose());
        Assert.True(acknowledged.Count >= enough, $"Only {acknowledged.Count} answers came. The site said:\n{site.Output}");
    }
}
