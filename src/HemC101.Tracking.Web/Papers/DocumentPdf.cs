using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Papers;
using HemC101.Tracking.Web.Printing;
using Microsoft.Extensions.Options;
using static HemC101.Tracking.Web.Infrastructure.Language;

namespace HemC101.Tracking.Web.Papers;

/// <summary>A paper as PDF, in one language.</summary>
public sealed class DocumentPdf(PaperReport paper, IOptions<LabelOptions> house)
{
    internal byte[] Write(DocumentSource of, string language) => In(language, () =>
    {
        var title = of.Document == DocumentCatalogue.Release ? ReleaseBlocks.Title(of) : T(of.Document.Name);
        var numbered = of.Sheet is { } sheet ? $"{title} № {sheet.Serial}" : title;
        return paper.Write(DocumentFrame.Page(of, numbered), [.. DocumentFrame.Head(of, title), DocumentFrame.Space, .. Blocks(of)]);
    });

    private IEnumerable<PaperBlock> Blocks(DocumentSource of) =>
        of.Document == DocumentCatalogue.ChainReport ? ChainReportBlocks.Of(of)
        : of.Document == DocumentCatalogue.Accompanying ? AccompanyingBlocks.Of(of, house.Value)
        : of.Document == DocumentCatalogue.Release ? ReleaseBlocks.Of(of)
        : of.Document == DocumentCatalogue.Infusion ? InfusionBlocks.Of(of)
        : of.Document == DocumentCatalogue.Destruction ? DestructionBlocks.Of(of)
        : of.Document == DocumentCatalogue.DowntimePack ? DowntimeBlocks.Of(of)
        : throw new InvalidOperationException($"Unexpected document {of.Document.Id}.");
}
