using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>A correction in the words of the request's language: on pages, on paper and in files alike.</summary>
public static class CorrectionText
{
    /// <summary>What was, what is, why, by whom, when.</summary>
    public static string Of(CorrectionMade made)
    {
        ArgumentNullException.ThrowIfNull(made);
        var what = made.What;
        var document = what.Document is null ? "" : $", {Language.T(FactNames.Of(nameof(what.Document)))} {what.Document}";
        return $"№ {made.Correction.Version}: {Language.T(FactNames.OfMember(what.Member))}: {EventFacts.Show(what.Old)} → {EventFacts.Show(what.New)}; "
            + $"{Language.T(CorrectionReasons.Of(what.Reason))}{document}; {By(made)}, {Clock.Show(made.Correction.Act.RecordedAt)}";
    }

    /// <summary>That what stands above was signed before it was corrected.</summary>
    public static string SignedBefore(IEnumerable<CorrectionMade> made) =>
        $"{SignedEarlier} {string.Join(", ", made.Select(one => $"№ {one.Correction.Version}"))}";

    private static string SignedEarlier => Language.T("Подписано по прежней версии; исправлено потом:", "Signed on an earlier version; corrected afterwards:");

    private static string By(CorrectionMade made) => string.Join(", ", made.Correction.Act.Signatures.Select(signature =>
        $"{signature.FullName} ({Language.T(MeaningNames.Of(signature.Meaning))})"));
}
