namespace HemC101.Tracking.Storage.Registry;

public enum LabelPrintState
{
    Queued,
    Printed,

    /// <summary>On its carrier and scanned back.</summary>
    Applied,

    /// <summary>Spoilt or destroyed; never accepted again.</summary>
    Void,

    /// <summary>Another print took its place; never accepted again.</summary>
    Superseded,
}
