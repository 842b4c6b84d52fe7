namespace HemC101.Tracking.Web.House;

/// <summary>What is set anew, as people read it.</summary>
internal static class RecoveryNames
{
    public static Text Name(this Recovery what) => what switch
    {
        Recovery.Badge => new("бейдж", "badge"),
        Recovery.Pin => new("PIN-код", "PIN"),
        Recovery.Password => new("пароль", "password"),
    };
}
