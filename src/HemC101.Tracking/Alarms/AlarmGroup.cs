namespace HemC101.Tracking.Alarms;

/// <summary>Those who are called together; each group has its own list of people on call.</summary>
public enum AlarmGroup
{
    /// <summary>Investigator and ward: what concerns the participant now.</summary>
    Medical,

    /// <summary>QA and QP: what concerns identity, batch and release.</summary>
    Quality,

    /// <summary>Cell store and transport: where the cells are, and how cold.</summary>
    ColdChain,
}
