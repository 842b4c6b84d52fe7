using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>Model of <c>_StepRecord</c>: the fields of a step, with what was entered and what was wrong with it.</summary>
public sealed record StepRecord(StepScreen Screen, IReadOnlyDictionary<string, Text> Errors, Func<string, string?> Entered)
{
    /// <summary>Nothing is typed at the bed.</summary>
    public bool TakesRemark { get; init; }

    /// <summary>A text names the participant: the form asks whether that is meant.</summary>
    public bool WantsNameMeant { get; init; }

    /// <summary>The rules object to what stands on paper.</summary>
    public bool WantsAsWritten { get; init; }

    public IReadOnlyList<Field> Fields =>
    [
        .. Screen.Record.Where(one => WantsAsWritten || one != BackEntry.AsWritten),
        .. TakesRemark ? [TextField.Remark] : Array.Empty<Field>(),
    ];
}
