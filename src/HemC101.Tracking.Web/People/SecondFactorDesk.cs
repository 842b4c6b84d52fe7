using HemC101.Tracking.Access;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Stations;

namespace HemC101.Tracking.Web.People;

/// <summary>Use cases: somebody who works from a browser that is no station shows a passkey, or a colleague at the bed vouches for them.</summary>
public sealed class SecondFactorDesk(PasskeyDesk passkeys, Signatory signatory, SignInDesk desk, TimeProvider time)
{
    private static readonly Text AnothersPasskey = new(
        "Это ключ доступа другого сотрудника. Покажите свой или выйдите, чтобы вошёл тот, чей это ключ.",
        "This passkey belongs to somebody else. Show your own, or sign out so that its owner can sign in.");

    /// <returns>Why it was not confirmed; null when it was.</returns>
    public async Task<Text?> ShowAsync(HttpContext context, Person person, string answer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        switch (await passkeys.AuthenticateAsync(context, answer, ct))
        {
            case Authentication.Failed no:
                return no.Reason;
            case Authentication.Succeeded known when known.Person.Number != person.Number:
                return AnothersPasskey;
            default:
                await desk.ConfirmAsync(context, person, ProofOf(context) with { Second = AuthenticationMethod.Passkey }, ct);
                return null;
        }
    }

    /// <returns>Why nobody was vouched for; null when somebody was.</returns>
    public async Task<Text?> VouchAsync(HttpContext context, Person person, string badge, string pin, CancellationToken ct)
    {
        var shown = await signatory.AuthenticateAsync(badge, pin, ct);
        if (shown is not Authentication.Succeeded { Person: var colleague })
        {
            return ((Authentication.Failed)shown).Reason;
        }

        if (RemoteAccess.RefusalOfVouching(person, colleague, time.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        await desk.ConfirmAsync(context, person, ProofOf(context) with { VouchedBy = colleague.Number }, ct);
        return null;
    }

    private static SessionProof ProofOf(HttpContext context) =>
        SessionSeat.Of(context)?.Proof ?? throw new InvalidOperationException("Nobody is signed in on this request.");
}
