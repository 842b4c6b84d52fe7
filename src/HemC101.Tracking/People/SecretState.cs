namespace HemC101.Tracking.People;

/// <summary>Who knows a PIN or a password.</summary>
public enum SecretState
{
    /// <summary>Its owner alone, who has chosen it.</summary>
    Own,

    /// <summary>Somebody else has set it: good for choosing another, and for nothing else but Safety.</summary>
    Given,

    /// <summary>It got known: opens and signs nothing any more, and is replaced at the next sign-in by another way.</summary>
    Leaked,
}
