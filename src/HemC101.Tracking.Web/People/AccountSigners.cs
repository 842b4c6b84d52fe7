using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.People;

/// <summary>Re-authenticates the two who sign what nobody does to an account alone: the administrator at the device, and a second person.</summary>
internal sealed class AccountSigners(Signers signers, TimeProvider time)
{
    private static readonly IReadOnlyList<SignatureDemand> Demands =
        [new(Meaning.Performed, Role.Administrator), new(Meaning.Witnessed, Role.QualityAssurance, Role.Administrator)];

    private static Text NotTheAdministrator => new(
        "Первым подписывает администратор, который вошёл на этом устройстве.", "The administrator who is signed in at this device signs first.");

    private static Text OwnAccount => new(
        "Права и восстановление подписывают двое других сотрудников: владелец записи не подписывает их сам.",
        "Rights and recoveries are signed by two other people: the owner of the account does not sign them.");

    /// <param name="inputs">As the form sent them.</param>
    /// <param name="signedIn">At the device.</param>
    /// <param name="of">Whose account it is; null for one that is only made.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Both signers; or, with at least one reason, nobody.</returns>
    public async Task<(IReadOnlyList<SignedAs> Signed, IReadOnlyList<Text> Refused)> AskAsync(
        IReadOnlyList<SignatureInput> inputs, Person signedIn, StaffNumber? of, CancellationToken ct)
    {
        var (people, refused) = await signers.AuthenticateAsync(Demands, inputs, ct);
        if (refused.Count > 0)
        {
            return ([], refused);
        }

        var (signed, refusals) = Signatories.Assign(Demands, people, time.GetUtcNow());
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. people[0].Person.Number != signedIn.Number ? [NotTheAdministrator] : Array.Empty<Text>(),
            .. people.Any(signer => signer.Person.Number == of) ? [OwnAccount] : Array.Empty<Text>(),
        ];
        return reasons.Count > 0 ? ([], reasons) : (signed, []);
    }

    public IReadOnlyList<Signature> Sign(IReadOnlyList<SignedAs> signed, string contentHash) =>
        [.. signed.Select(by => by.Sign(time.GetUtcNow(), contentHash))];
}
