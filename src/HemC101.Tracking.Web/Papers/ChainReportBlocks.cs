using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Web.Proofs;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>The whole vein-to-vein story of one chain.</summary>
internal static class ChainReportBlocks
{
    public static IEnumerable<PaperBlock> Of(DocumentSource of) =>
    [
        .. StandingBlocks.Things(of),
        Space,
        .. StandingBlocks.Against(of),
        Space,
        Heading("Что произошло", "What happened"),
        new PaperLine(PaperStyle.Body, T($"Записей в цепочке: {of.History.Count}.", $"Entries of the chain: {of.History.Count}.")),
        .. ChainReport.Lines(of.History),
    ];
}
