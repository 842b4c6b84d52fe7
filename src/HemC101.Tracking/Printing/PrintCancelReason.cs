namespace HemC101.Tracking.Printing;

/// <summary>Why a label is taken out of the queue. The label itself stays to be destroyed by its own step.</summary>
public enum PrintCancelReason
{
    NotNeeded,
    PrintedElsewhere,
    CannotBePrinted,
}
