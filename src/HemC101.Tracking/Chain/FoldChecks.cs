using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of independent checks: which first halves wait, and which scans belong to a check that was voided.</summary>
public sealed partial record ChainState
{
    public const string Disagreement = "disagreement";

    public const string Withdrawn = "withdrawn";

    public ImmutableList<FirstCheck> FirstChecks { get; init; } = [];

    private ImmutableDictionary<string, DateTimeOffset> ChecksVoidUntil { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <returns>Null when nobody has finished a first half that still counts.</returns>
    public FirstCheck? FirstCheckOf(string stepId, string target) => FirstChecks.Find(check => check.StepId == stepId && check.Target == target);

    /// <summary>Inclusive: what was scanned for this check up to here belongs to a voided one; null when none was voided.</summary>
    public DateTimeOffset? CheckVoidUntil(string stepId, string target) =>
        ChecksVoidUntil.TryGetValue(KeyOf(stepId, target), out var until) ? until : null;

    private ChainState? WhenChecked(ChainEvent what, Act act, int version) => what switch
    {
        FirstCheckFinished finished => this with
        {
            FirstChecks = Without(finished.StepId, finished.Target).Add(new(
                finished.StepId, finished.Target, version, act.Signatures[0], act.At, StandingOf(finished.Target))),
        },
        CheckVoided voided => this with
        {
            FirstChecks = Without(voided.StepId, voided.Target),
            ChecksVoidUntil = ChecksVoidUntil.SetItem(KeyOf(voided.StepId, voided.Target), act.At),
            NearMisses = NearMisses + (voided.Reason == Disagreement ? 1 : 0),
        },
        _ => null,
    };

    /// <summary>Whatever moved, was held, was locked or was corrected since has to be looked at anew by both.</summary>
    private ChainState WithoutStaleChecks() => FirstChecks.IsEmpty
        ? this
        : this with { FirstChecks = FirstChecks.RemoveAll(check => check.Over != StandingOf(check.Target)) };

    private string StandingOf(string target) => string.Join(
        '/',
        Product,
        BandInstance,
        HoldsEverPlaced,
        Amendments.Count,
        IdentityChanges.Count,
        DonationNumber.TryParse(target, out var donation) ? Find(donation)?.State : null,
        BatchNumber.TryParse(target, out var batch) ? Find(batch)?.State : null,
        DoseBagId.TryParse(target, out var bag) && Find(bag) is { } found ? $"{found.State}/{found.Locked}" : null);

    private ImmutableList<FirstCheck> Without(string stepId, string target) =>
        FirstChecks.RemoveAll(check => check.StepId == stepId && check.Target == target);

    private static string KeyOf(string stepId, string target) => $"{stepId} {target}";
}
