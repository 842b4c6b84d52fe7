using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of corrected names and birth dates .</summary>
public sealed partial record ChainState
{
    /// <summary>The oldest first.</summary>
    public ImmutableList<IdentityChange> IdentityChanges { get; init; } = [];

    /// <summary>A correction of which quality assurance has not yet decided whether to relabel.</summary>
    public bool AwaitsRelabelDecision => IdentityChanges.Exists(change => change is { Relabel: null, Labels.Count: > 0 });

    /// <summary>The band that is valid now was made before the last correction.</summary>
    public bool IsBandOutdated => IdentityChanges.Exists(change => change.Band == BandInstance);

    /// <summary>The correction before which this live label was made; null when it says what is true now. Of several the first: what was true until then stands on it.</summary>
    public IdentityChange? FormerOn(PrintSerial label) =>
        Prints.GetValueOrDefault(label) is { State: PrintState.Printed or PrintState.Applied }
            ? IdentityChanges.Find(change => change.Labels.Contains(label))
            : null;

    private ChainState? WhenIdentified(ChainEvent what, Act act, int version) => what switch
    {
        IdentityCorrected corrected => this with
        {
            PersonalDataHash = corrected.PersonalDataHash,
            AgeAtConsent = corrected.AgeAtConsent,
            IdentityChanges = IdentityChanges.Add(new(
                corrected.Number, version, corrected.Changed, PersonalDataHash, BandThatSays(corrected), act.RecordedAt, corrected.Labels)),
        },
        RelabelDecided decided => this with
        {
            IdentityChanges = [.. IdentityChanges.Select(change => change with { Relabel = change.Relabel ?? decided.Relabel })],
        },
        _ => null,
    };

    /// <summary>A band that was ordered and not drawn yet is on no list: it says what is true.</summary>
    private int BandThatSays(IdentityCorrected corrected) =>
        corrected.Labels.Any(label => Prints.GetValueOrDefault(label)?.Kind == LabelKind.Wristband) ? BandInstance : 0;
}
