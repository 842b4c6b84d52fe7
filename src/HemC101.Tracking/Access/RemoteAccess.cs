using HemC101.Tracking.People;

namespace HemC101.Tracking.Access;

/// <summary>How far somebody gets from a browser that is no registered station (EU GMP Annex 11, draft of 2025, §11: remote access).</summary>
public static class RemoteAccess
{
    /// <param name="anyStation">Whether a station is registered anywhere.</param>
    /// <param name="hasPasskey">Whether the person could show one.</param>
    public static RemoteReach Of(RemotePolicy policy, SessionProof proof, Person person, bool anyStation, bool hasPasskey)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(person);
        return proof.IsTwofold || !WantsSecond(policy, person, anyStation, hasPasskey) ? RemoteReach.Everything
            : proof.VouchedBy is not null ? RemoteReach.Ward
            : RemoteReach.Safety;
    }

    /// <summary>
    /// A colleague who stands beside vouches for a ward nurse whose tablet lost its registration: two nurses are needed at the bed in any
    /// case, and nobody is locked out of it by a lost cookie.
    /// </summary>
    /// <returns>Why the colleague cannot; null when they can.</returns>
    public static Text? RefusalOfVouching(Person nurse, Person colleague, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(nurse);
        ArgumentNullException.ThrowIfNull(colleague);
        return !nurse.MayActAs(Role.WardNurse, now) ? OnlyNurses
            : colleague.Number == nurse.Number ? SamePerson
            : !colleague.MayActAs(Role.WardNurse, now) ? NoNurse
            : null;
    }

    private static Text OnlyNurses { get; } = new(
        "Поручиться можно только за медсестру отделения с действующим обучением. Подтвердите вход ключом доступа или работайте на зарегистрированной станции.",
        "A colleague can vouch only for a ward nurse whose training is valid. Confirm with a passkey, or work at a registered station.");

    private static Text SamePerson { get; } = new(
        "За себя поручиться нельзя. Попросите вторую медсестру отделения отсканировать её бейдж.",
        "Nobody vouches for themselves. Ask the other ward nurse to scan her badge.");

    private static Text NoNurse { get; } = new(
        "Поручиться может только медсестра отделения с действующим обучением. Позовите другую медсестру.",
        "Only a ward nurse whose training is valid can vouch. Call another ward nurse.");

    /// <summary>The first administrator of a new site has neither station nor passkey, and comes to make both.</summary>
    private static bool WantsSecond(RemotePolicy policy, Person person, bool anyStation, bool hasPasskey) => policy switch
    {
        RemotePolicy.Open => false,
        RemotePolicy.SecondFactorOnceThereIsAStation => anyStation,
        RemotePolicy.SecondFactor => anyStation || hasPasskey || !person.Has(Role.Administrator),
    };
}
