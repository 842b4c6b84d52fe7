namespace HemC101.Tracking.Storage.Printing;

public enum PrintJobState
{
    Queued,
    Sending,
    Printed,

    /// <summary>Sent or not, nobody knows: a person looks at the printer and says which.</summary>
    Unknown,

    /// <summary>Cannot be drawn, so nothing was sent: a person mends the cause and sends it back, or cancels it.</summary>
    Withheld,

    Cancelled,
}
