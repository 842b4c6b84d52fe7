namespace HemC101.Tracking.Printing;

/// <summary>Why a label is not on paper, or not surely. Stored by its name.</summary>
public enum PrintTrouble
{
    /// <summary>Nobody answers at the printer's address.</summary>
    NotThere,

    /// <summary>Somebody takes the connection, and a printer that used to answer questions does not.</summary>
    Silent,

    PaperOut,

    RibbonOut,

    HeadOpen,

    CutterFault,

    PaperJam,

    Overheated,

    Paused,

    /// <summary>The printer reports an error that has no name here.</summary>
    Fault,

    /// <summary>The printer still has something in its memory that did not come out.</summary>
    Busy,

    /// <summary>The connection broke in the middle of a label.</summary>
    Broken,

    /// <summary>The printer stopped taking data in the middle of a label.</summary>
    Stalled,

    /// <summary>The printer took the whole label, and never said that it came out.</summary>
    NoEnd,

    /// <summary>This program was stopped while a label was on its way.</summary>
    Interrupted,
}
