using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Templates;

/// <summary>
/// Which texts labels are printed from: the approved ones, and the files only where nobody approved any yet. The stream is asked each time,
/// since another node may have approved one; what is known of it is not read again.
/// </summary>
/// <param name="directory">Of the template files.</param>
/// <param name="fontsDirectory">Of the fonts that labels are drawn with.</param>
public sealed class TemplateDesk(string directory, string fontsDirectory) : IDisposable
{
    private readonly Lock _drawing = new();

    private Known _known = new(Reached.Nothing, TemplateBook.Empty, null);

    private LabelRenderer? _first;

    internal async Task<TemplateBook> BookAsync(Source source, CancellationToken ct) => (await KnownAsync(source, ct)).Book;

    /// <exception cref="TemplateException">A file that nothing approved stands in for is missing or unusable.</exception>
    public async Task<LabelRenderer> RendererAsync(Source source, CancellationToken ct)
    {
        var known = await KnownAsync(source, ct);
        return known.Renderer ?? Keep(source, known with { Renderer = Drawing(TemplateLibrary.Load(directory, known.Book.InForce)) }).Renderer!;
    }

    /// <summary>As labels would look if the file of this name were approved as it is now.</summary>
    /// <returns>Null when the file is broken or there is none.</returns>
    internal async Task<LabelRenderer?> ProposedAsync(Source source, string name, CancellationToken ct)
    {
        var others = (await BookAsync(source, ct)).InForce.Where(approved => approved.Key != name).ToDictionary();
        try
        {
            return Drawing(TemplateLibrary.Load(directory, others));
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    /// <summary>As labels would look with these approved besides.</summary>
    /// <returns>Null when a file that nothing approved stands in for is broken.</returns>
    internal async Task<LabelRenderer?> WithAsync(Source source, IReadOnlyList<ApprovedTemplate> proposed, CancellationToken ct)
    {
        var texts = new Dictionary<string, string>((await BookAsync(source, ct)).InForce);
        foreach (var template in proposed)
        {
            texts[template.Name] = template.Source;
        }

        try
        {
            return Drawing(TemplateLibrary.Load(directory, texts));
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    /// <summary>Every template file as it is now.</summary>
    internal async Task<IReadOnlyList<TemplateStanding>> StandingsAsync(Source source, CancellationToken ct)
    {
        var book = await BookAsync(source, ct);
        return [.. TemplateFile.ReadAll(directory).Select(file => new TemplateStanding(file, book.Find(file.Name)))];
    }

    /// <returns>Why nobody can be enrolled; null when every label of a participant has an approved text.</returns>
    public async Task<Refusal?> ObstacleAsync(Source source, CancellationToken ct)
    {
        var book = await BookAsync(source, ct);
        return LabelApproval.Refusal(TemplateLibrary.NamesOf(LabelApproval.IsNeededToEnrol).Count(name => !book.InForce.ContainsKey(name)));
    }

    public void Dispose() => _first?.Dispose();

    /// <summary>All in the fonts of the first.</summary>
    private LabelRenderer Drawing(TemplateLibrary templates)
    {
        lock (_drawing)
        {
            return _first is null ? _first = new(templates, fontsDirectory) : _first.With(templates);
        }
    }

    private async Task<Known> KnownAsync(Source source, CancellationToken ct)
    {
        var known = _known;
        var news = await EventLedger.ReadStreamAsync(source, LabelTemplatesApproved.Stream, known.At, ct);
        if (news is null)
        {
            (known, news) = (new(Reached.Nothing, TemplateBook.Empty, null), await EventLedger.ReadStreamAsync(source, LabelTemplatesApproved.Stream, ct));
        }

        return news is [.., var last]
            ? Keep(source, new(
                new(last.Version, last.Hash), news.Aggregate(known.Book, (book, entry) => book.With(LabelTemplatesApproved.Read(entry), entry.RecordedAt)), null))
            : known;
    }

    /// <summary>What a transaction sees may never come to be.</summary>
    private Known Keep(Source source, Known known) => source is UnitOfWork ? known : _known = known;

    private sealed record Known(Reached At, TemplateBook Book, LabelRenderer? Renderer);
}
