using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps.Catalogue;

namespace HemC101.Tracking.Steps;

/// <summary>Nobody is kept from a Safety step; where it is doubtful who took it, that is confirmed afterwards.</summary>
public static class SafetyActs
{
    /// <summary>How long the person alone is waited for; then two others may say who it was.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromHours(24);

    /// <returns>Whether the person can still sign that it was them.</returns>
    /// <param name="person">As their account is now.</param>
    /// <param name="isActive">Whether the account is open.</param>
    public static bool CanConfirm(Person person, bool isActive)
    {
        ArgumentNullException.ThrowIfNull(person);
        return isActive && ConfirmationSteps.Anybody.Any(person.Has);
    }

    /// <returns>Nothing, or that the step is to be confirmed.</returns>
    internal static IEnumerable<ConfirmationWanted> Wanted(Step step, Facts facts)
    {
        if (step is not { Kind: StepKind.Safety, Signatures.Count: 0 } || facts.SignedIn is not { } person)
        {
            yield break;
        }

        ActDoubt[] doubts = [.. facts.Doubts, .. IsSuspended(step, person, facts.Now) ? [ActDoubt.SuspendedRole] : Array.Empty<ActDoubt>()];
        if (doubts.Length > 0)
        {
            yield return new(facts.Chain.ConfirmationsEverWanted + 1, step.Id, facts.Target, person.Number, [.. doubts.Distinct().Order()]);
        }
    }

    private static bool IsSuspended(Step step, Person person, DateTimeOffset now) => !step.Roles.Any(role => person.MayActAs(role, now));
}
