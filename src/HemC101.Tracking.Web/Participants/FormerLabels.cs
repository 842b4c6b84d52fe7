using System.Security.Cryptography;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Participants;

/// <summary>A live label that was made before the participant's data were corrected.</summary>
/// <param name="Said">What it says; null for who is shown no name, and when it does not open.</param>
public sealed record FormerLabel(Print Print, IdentityChange Change, PersonalData? Said);

internal static class FormerLabels
{
    /// <param name="vault">Opens what they say.</param>
    /// <param name="source">Where to read.</param>
    /// <param name="chain">Whose labels.</param>
    /// <param name="about">Which of them; the wristband always is.</param>
    /// <param name="isShown">Whether names are.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<FormerLabel>> ReadAsync(
        PersonalDataVault vault, Source source, ChainState chain, Func<Print, bool> about, bool isShown, CancellationToken ct)
    {
        if (chain.IdentityChanges.IsEmpty)
        {
            return [];
        }

        var rows = isShown ? (await FormerIdentities.ListAsync(source, chain.Subject, ct)).ToDictionary(row => row.Version) : [];
        return
        [
            .. from print in chain.Prints.Values
               where print.Kind == LabelKind.Wristband ? chain.IsBandOutdated : about(print)
               let change = chain.FormerOn(print.Serial)
               where change is not null
               orderby print.Kind == LabelKind.Wristband descending, print.Serial.Number
               select new FormerLabel(print, change, rows.GetValueOrDefault(change.Version) is { } row ? Open(vault, row, change) : null),
        ];
    }

    /// <summary>Whether a label stands on, or goes with, the thing that a step is done to.</summary>
    public static bool IsOf(Print print, string target) =>
        print.Of == target || (CollectionBagId.TryParse(print.Of, out var bag) && bag.Donation.ToString() == target);

    private static PersonalData? Open(PersonalDataVault vault, FormerIdentityRow row, IdentityChange change)
    {
        try
        {
            return vault.OpenFormer(row, change.FormerHash);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
