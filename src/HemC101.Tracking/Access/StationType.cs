namespace HemC101.Tracking.Access;

/// <summary>What kind of place a registered device stands in; says how long it may lie unused before whoever is signed in has lapsed.</summary>
public enum StationType
{
    /// <summary>A tablet at the beds, shared by everybody on duty.</summary>
    Ward,

    /// <summary>A workstation in a clean room or at the chair, shared by gloved people.</summary>
    Laboratory,

    /// <summary>A desk behind a door.</summary>
    Office,
}
