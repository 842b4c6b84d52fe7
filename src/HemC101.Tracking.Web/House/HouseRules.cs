using System.Text.RegularExpressions;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.House;

/// <summary>What may stand in the house register, who may write it, and which status follows which.</summary>
internal static partial class HouseRules
{
    private const int LongestName = 80;

    public static bool MayRegister(Person person, HouseKind kind) =>
        person.Has(Role.Administrator) || (kind == HouseKind.MaterialLot && person.Has(Role.QualityAssurance));

    /// <summary>An administrator holds no GMP signature and so releases no material.</summary>
    public static bool MayMove(Person person, HouseKind kind) =>
        person.Has(Role.QualityAssurance) || (kind != HouseKind.MaterialLot && person.Has(Role.Administrator));

    /// <summary>A lot is used only after quality assurance has released it.</summary>
    public static HouseStatus FirstStatus(HouseKind kind) => kind == HouseKind.MaterialLot ? HouseStatus.Quarantine : HouseStatus.Released;

    public static IReadOnlyList<HouseStatus> Next(HouseKind kind, HouseStatus status) => (status, kind == HouseKind.MaterialLot) switch
    {
        (HouseStatus.Quarantine, true) => [HouseStatus.Released, HouseStatus.Rejected, HouseStatus.Recalled],
        (HouseStatus.Released, true) => [HouseStatus.Quarantine, HouseStatus.Recalled, HouseStatus.Retired],
        (HouseStatus.Quarantine, false) => [HouseStatus.Released, HouseStatus.Retired],
        (HouseStatus.Released, false) => [HouseStatus.Quarantine, HouseStatus.Retired],
        (HouseStatus.Rejected, _) => [HouseStatus.Retired],

        // A recall comes when the lot is long used up; and what was recalled once stays so for all its deliveries.
        (HouseStatus.Retired, true) => [HouseStatus.Recalled],
        _ => [],
    };

    /// <summary>
    /// Whether everything it was used on is held with it: always of a lot, since the lot is in the cells; of a device, a place or a box where
    /// it is asked for, since most of what takes those out of use says nothing about what went through them.
    /// </summary>
    public static bool Holds(HouseKind kind, HouseMove move) =>
        move.To is HouseStatus.Quarantine or HouseStatus.Rejected or HouseStatus.Recalled && (kind == HouseKind.MaterialLot || move.Holds);

    public static IEnumerable<Text> Refusals(HouseForm form, DateOnly today)
    {
        if (new[] { form.NameRu, form.NameEn }.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl)))
        {
            yield return HouseReasons.Name;
        }

        if (form.ExpiresOn < today)
        {
            yield return HouseReasons.Expired;
        }

        foreach (var reason in form.Kind == HouseKind.MaterialLot ? LotRefusals(form) : OtherRefusals(form))
        {
            yield return reason;
        }
    }

    public static IEnumerable<Text> Refusals(HouseThingRow thing, HouseMove move, DateOnly today)
    {
        if (!Next(thing.Kind, move.From).Contains(move.To))
        {
            yield return HouseReasons.NoSuchMove;
        }

        if (!BasisForm().IsMatch(move.Basis))
        {
            yield return HouseReasons.Basis;
        }

        if (move.To == HouseStatus.Released && thing.ExpiresOn < today)
        {
            yield return HouseReasons.Expired;
        }
    }

    /// <returns>Fourteen digits; null when it is no GTIN.</returns>
    public static string? Gtin(string typed) =>
        typed.Length is 8 or 12 or 13 or 14 && typed.All(char.IsAsciiDigit) && Gs1CheckDigit.IsValid(typed) ? typed.PadLeft(14, '0') : null;

    private static IEnumerable<Text> LotRefusals(HouseForm form)
    {
        if (form.Material is null)
        {
            yield return HouseReasons.Material;
        }

        if (form.ManufacturerLot is not { } lot || !LotForm().IsMatch(lot))
        {
            yield return HouseReasons.Lot;
        }

        if (form.ExpiresOn is null)
        {
            yield return HouseReasons.Expiry;
        }

        if (form.Gtin is { } gtin && Gtin(gtin) is null)
        {
            yield return HouseReasons.Gtin;
        }
    }

    private static IEnumerable<Text> OtherRefusals(HouseForm form) =>
        form is { Material: null, ManufacturerLot: null, Gtin: null } ? [] : [HouseReasons.OnlyLots];

    /// <summary>GS1 AI (10): up to 20 characters of character set 82 (GS1 General Specifications, figure 7.11-1).</summary>
    [GeneratedRegex("""^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$""", RegexOptions.CultureInvariant)]
    private static partial Regex LotForm();

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd} ./№#-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex BasisForm();
}
