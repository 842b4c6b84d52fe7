namespace HemC101.Tracking.People;

/// <summary>Ways to prove who one is as people read them.</summary>
public static class AuthenticationMethodNames
{
    public static Text Name(this AuthenticationMethod method) => method switch
    {
        AuthenticationMethod.BadgeAndPin => new("бейдж и PIN-код", "badge and PIN"),
        AuthenticationMethod.Password => new("имя и пароль", "name and password"),
        AuthenticationMethod.Passkey => new("ключ доступа", "passkey"),
        AuthenticationMethod.Handwritten => new("от руки на листе", "by hand on the sheet"),
    };
}
