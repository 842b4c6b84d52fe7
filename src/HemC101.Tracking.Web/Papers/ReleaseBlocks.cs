using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Web.Infrastructure;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>The qualified person's certificate with the results against their limits; of a batch out of specification what it is instead.</summary>
internal static class ReleaseBlocks
{
    public static string Title(DocumentSource of) => of.Chain.Find(BatchNumber.Parse(of.Subject))!.WasSuppliedOutOfSpecification
        ? T("Сведения о серии вне спецификации", "Batch out of specification: particulars")
        : T(of.Document.Name);

    public static IEnumerable<PaperBlock> Of(DocumentSource of)
    {
        var batch = of.Chain.Find(BatchNumber.Parse(of.Subject))!;
        return
        [
            .. CoaBlocks.Status(batch, of.At),
            Facts(
                (T("Серия", "Batch"), $"{batch.Number}"),
                (T("Донация", "Donation"), batch.Donation.WithCheck),
                (T("Регламент производства", "Master process"), batch.Process.Version),
                (T("Спецификация", "Specification"), batch.Specification.Version),
                (T("Приготовлено", "Formulated"), batch.FormulatedAt is { } made ? Clock.Show(made) : "–"),
                (T("Пакеты годны до", "Bags expire"), batch.BagsExpireAt is { } expiry ? Clock.Show(expiry) : "–"),
                (T("Настройки исследования", "Study settings"), batch.Settings)),
            Space,
            Heading("Результаты испытаний", "Test results"),
            CoaBlocks.Tests(of, batch),
            Space,
            Heading("Решения", "Decisions"),
            EventTable.Of(of, of.About("Batch").Where(entry => IsDecision(entry.What))),
            Space,
            .. StandingBlocks.Against(of),
        ];
    }

    private static bool IsDecision(ChainEvent what) => what is BatchReviewed or BatchReleasedConditionally or BatchReleased or BatchCertified or BagsConfirmed
        or SupplyRequested or SupplyRiskEvaluated or SupplyAccepted or SponsorInformed or BatchSuppliedOutOfSpecification or QcResultInvalidated or ReviewReopened;
}
