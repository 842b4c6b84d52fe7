using System.Security.Cryptography;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Who the participant of a step is. A stop does not wait for a key that is lost; it goes on as if the name were unknown.</summary>
internal static class StepPerson
{
    private const int KeyBytes = 32;

    /// <returns>Null when the name kept now is not the one enrolled, and for a stop or exit also when it does not open.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public static async Task<PersonalData?> OpenAsync(PersonalDataVault vault, Source source, ChainState chain, Step step, CancellationToken ct)
    {
        try
        {
            return await vault.OpenAsync(source, chain.Subject, chain.PersonalDataHash, ct);
        }
        catch (CryptographicException) when (CannotWait(step))
        {
            return null;
        }
    }

    /// <returns>For a stop or exit without its key one of this moment: its form, sent again, is then not known again.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public static async Task<byte[]> FormKeyAsync(PersonalDataVault vault, UnitOfWork uow, DateTimeOffset at, Step step, CancellationToken ct)
    {
        try
        {
            return await vault.Texts.KeyAsync(uow, at, ct);
        }
        catch (CryptographicException) when (CannotWait(step))
        {
            return RandomNumberGenerator.GetBytes(KeyBytes);
        }
    }

    private static bool CannotWait(Step step) => step.Kind is StepKind.Safety or StepKind.Exit;
}
