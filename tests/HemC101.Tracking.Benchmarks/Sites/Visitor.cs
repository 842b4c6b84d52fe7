using AngleSharp.Dom;

namespace HemC101.Tracking.Benchmarks.Sites;

/// <summary>Opens one link after the other.</summary>
internal sealed class Visitor(Tablet tablet)
{
    /// <summary>A demonstration has a few hundred; nobody looks at more in one sitting.</summary>
    private const int Most = 60;

    /// <returns>How many pages were opened, from the first page on.</returns>
    public async Task<int> LookAroundAsync()
    {
        HashSet<string> known = ["/", "/Demo"];
        var next = new Queue<string>(known);
        var opened = 0;
        while (opened < Most && next.TryDequeue(out var page))
        {
            opened++;
            foreach (var link in Links(await tablet.FindPageAsync(page)).Where(known.Add))
            {
                next.Enqueue(link);
            }
        }

        return opened;
    }

    private static IEnumerable<string> Links(IDocument? page) =>
        from link in page?.Links ?? Enumerable.Empty<IElement>()
        let address = link.GetAttribute("href")
        where address is ['/', ..]
        select address;
}
