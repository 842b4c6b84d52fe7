namespace HemC101.Tracking.Steps;

/// <summary>What the second signature of a step stands for.</summary>
public enum SecondCheck
{
    /// <summary>Both stand at one screen, and the second signs what the first has scanned and recorded.</summary>
    Witnessed,

    /// <summary>
    /// The second scans and records everything alone and sees nothing of the first's half before their own is finished; what differs voids
    /// both. For steps in which identity or a count rests on the second look: who sees the first answer repeats it.
    /// </summary>
    Independent,
}
