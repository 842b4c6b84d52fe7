namespace HemC101.Tracking.People;

/// <summary>States of a secret as people read them.</summary>
public static class SecretStateNames
{
    public static Text Name(this SecretState state) => state switch
    {
        SecretState.Own => new("владельца, известен ему одному", "the owner's, known to nobody else"),
        SecretState.Given => new("временный, задан другими", "temporary, set by others"),
        SecretState.Leaked => new("стал известен, закрыт", "got known, closed"),
    };
}
