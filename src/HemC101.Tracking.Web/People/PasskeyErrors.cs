using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>Why a passkey was not written; <see cref="PersonRules"/> says it in the words of the house.</summary>
internal static class PasskeyErrors
{
    public const string TakenCode = "PasskeyTaken";
    public const string GoneCode = "PasskeyGone";

    public static IdentityError Taken { get; } = new() { Code = TakenCode, Description = "The passkey is registered already." };

    public static IdentityError Gone { get; } = new() { Code = GoneCode, Description = "There is no such passkey." };
}
