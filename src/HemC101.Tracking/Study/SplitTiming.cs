namespace HemC101.Tracking.Study;

/// <summary>When the bulk is divided into its dose bags.</summary>
public enum SplitTiming
{
    /// <summary>The release authorises the split; the QP confirms the bags afterwards.</summary>
    AfterRelease,

    /// <summary>Bags are filled, labelled, detached and frozen first; the QP confirms them with the release.</summary>
    AtFill,
}
