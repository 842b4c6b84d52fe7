using HemC101.Tracking.Chain;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>A scan behind a step as a print says it: what was asked for, what was read, how it came in, by whom, when.</summary>
internal static class ScanText
{
    public static string Of(Act act, ScanEvidence scan)
    {
        var why = scan.TypedBecause is { } reason ? $", {Language.T(reason.Name())}" : "";
        var by = scan.By is { } person ? $", {person}" : "";
        return $"{Language.T(DemandNames.Of(act.StepId, scan.Demand))}: {scan.Identifier} ({Language.T(scan.Entry.Name())}{why}{by}, {Clock.Show(scan.At)})";
    }
}
