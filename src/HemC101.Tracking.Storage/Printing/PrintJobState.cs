namespace HemC101.Tracking.Storage.Printing;

public enum PrintJobState
{
    Queued,
    Sending,
    Printed,

    /// <summary>Sent or not, nobody knows: a person looks at the printer and says which.</summary>
    Unknown,

    Cancelled,
}
