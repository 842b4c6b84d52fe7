using HemC101.Tracking.Ledger;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>
/// A site where three participants are on their way: in the laboratory, before the first dose, and between the doses. Days begin where it
/// ended, one after the other, each on a new copy in the same place: Dapper writes its readers anew for every connection string.
/// </summary>
internal sealed class DayBefore : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-before-");
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("hemc101-random-");
    private readonly ServerDatabase? _server;

    private DayBefore(ServerDatabase? server) => _server = server;

    public static IReadOnlyList<IReadOnlyList<DemoLeg>> Pasts { get; } =
        [DemoLeg.UpTo("unit.start", "UO-05"), DemoLeg.UpTo("readiness.sign", "1"), DemoLeg.UpTo("tolerance.decide")];

    public FilledSite Filled { get; private set; } = null!;

    public DateTimeOffset EndedAt { get; private set; }

    /// <param name="server">An empty database, gone with this; null for a file.</param>
    public static async Task<DayBefore> LiveAsync(ServerDatabase? server)
    {
        var day = new DayBefore(server);
        day.Filled = await FreshSite.FillAsync(day._data, RandomDay.Arguments(server), Pasts);
        day.EndedAt = Instants.CutToMilliseconds(TimeProvider.System.GetUtcNow());
        return day;
    }

    /// <summary>Once the day before it is over.</summary>
    public RandomDay Next()
    {
        Clear();
        foreach (var file in _data.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(_copy.FullName, Path.GetRelativePath(_data.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file.CopyTo(path);
        }

        return new(this, _copy, _server?.Copy());
    }

    public void Dispose()
    {
        _server?.Dispose();
        _data.Delete(recursive: true);
        _copy.Delete(recursive: true);
    }

    private void Clear()
    {
        _copy.Delete(recursive: true);
        _copy.Create();
    }
}
