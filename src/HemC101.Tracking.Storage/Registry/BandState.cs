namespace HemC101.Tracking.Storage.Registry;

public enum BandState
{
    Printed,

    /// <summary>Closed on the wrist; at most one band of a participant.</summary>
    Bound,

    Revoked,
}
