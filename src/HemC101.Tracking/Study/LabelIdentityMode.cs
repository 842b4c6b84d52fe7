namespace HemC101.Tracking.Study;

/// <summary>How much of a person stands on the labels of their cells. The wristband is the same in every mode: it is what they are known by at the bed.</summary>
public enum LabelIdentityMode
{
    /// <summary>Subject number and CoI alone.</summary>
    Coded,
    CodedPlusInitialsDob,

    /// <summary>The name out of the vault, and the birth date.</summary>
    FullName,
}
