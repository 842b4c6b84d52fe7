namespace HemC101.Tracking.People;

/// <summary>What became of a text in which a participant's name was found.</summary>
public enum NameInText
{
    /// <summary>None was found.</summary>
    None,

    /// <summary>Whoever sent it was warned and meant it.</summary>
    Meant,

    /// <summary>Nobody was asked: the step could not wait.</summary>
    Unasked,
}
