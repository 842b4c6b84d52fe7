using System.Collections.Concurrent;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>
/// The data folder of a site with a past, filled once and copied for whoever asks for the same past: hiring a crew and walking a participant
/// to the bed takes seconds, a copy none.
/// </summary>
/// <param name="At">When it was filled: the clock of a test goes on from there, so that nothing has lapsed meanwhile.</param>
internal sealed record FilledFolder(DirectoryInfo Folder, FilledSite Site, DateTimeOffset At)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<FilledFolder>>> Known = new();

    static FilledFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Forget();

    public static Task<FilledFolder> OfAsync(IReadOnlyList<IReadOnlyList<DemoLeg>> pasts)
    {
        var name = string.Join('|', pasts.Select(past => string.Join(',', past)));
        return Known.GetOrAdd(name, _ => new(() => FillAsync(pasts))).Value;
    }

    public void CopyTo(DirectoryInfo folder)
    {
        foreach (var file in Folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Folder.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            file.CopyTo(copy);
        }
    }

    private static async Task<FilledFolder> FillAsync(IReadOnlyList<IReadOnlyList<DemoLeg>> pasts)
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-past-");
        return new(folder, await FreshSite.FillAsync(folder, [], pasts), TimeProvider.System.GetUtcNow());
    }

    private static void Forget()
    {
        foreach (var filled in Known.Values.Where(filled => filled is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            filled.Value.Result.Folder.Delete(recursive: true);
        }
    }
}
