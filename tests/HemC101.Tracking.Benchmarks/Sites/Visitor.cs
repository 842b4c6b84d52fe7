using AngleSharp.Html.Dom;

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
            foreach (var link in (await tablet.PageAsync(page)).Links.OfType<IHtmlAnchorElement>())
            {
                if (link.GetAttribute("href") is ['/', ..] and var href && known.Add(href))
                {
                    next.Enqueue(href);
                }
            }
        }

        return opened;
    }
}
