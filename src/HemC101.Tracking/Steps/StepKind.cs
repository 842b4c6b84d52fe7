namespace HemC101.Tracking.Steps;

public enum StepKind
{
    /// <summary>Nearer to a vein; a hold refuses it.</summary>
    Advance,

    /// <summary>Keeps what is there: receive, store, feed, sample, record a result, return.</summary>
    Preserve,

    /// <summary>Pause, stop, end, reaction: one signed-in person, blocked by nothing.</summary>
    Safety,

    /// <summary>Ends the way of a bag, batch, collection or chain.</summary>
    Exit,
}

/// <summary>The page folder where the step is done.</summary>
public enum Station
{
    Enrolment,
    Apheresis,
    Transport,
    Laboratory,
    Quality,
    CellStore,
    Ward,
}

/// <summary>What a step is done to.</summary>
public enum Scope
{
    Chain,
    Collection,
    Batch,

    /// <summary>A unit operation of the current batch; the target is its code.</summary>
    Unit,

    /// <summary>A test of the current batch's specification; the target is its code.</summary>
    Test,

    /// <summary>A dose day, "1" or "2".</summary>
    Day,
    Bag,

    /// <summary>A hold; the target is its number.</summary>
    Hold,

    /// <summary>A deviation; the target is its number.</summary>
    Deviation,

    /// <summary>A printed label; the target is its serial.</summary>
    Print,

    /// <summary>A first half of an independent check that waits; the target is its version.</summary>
    Half,

    /// <summary>A Safety step of which it is open who took it; the target is its number.</summary>
    SafetyAct,

    /// <summary>A recorded value; the target is the version of the event that made it what it is, and its name there.</summary>
    Record,
}
