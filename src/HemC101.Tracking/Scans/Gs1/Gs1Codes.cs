using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>What a GS1 message is the code of: the participant's wristband, a supplier's material, or nothing that a step of ours takes.</summary>
internal static class Gs1Codes
{
    private static readonly string[] OfAPerson =
        ["8017", "8018", "7250", "7251", "7252", "7253", "7254", "7255", "7256", "7257", "7258", "7259"];

    private static readonly Text NotAWristband = new(
        "Это код участника, но не с браслета (вид носителя {0}). Отсканируйте браслет на руке участника.",
        "This is the participant's code, but not from a wristband (media type {0}). Scan the wristband on the participant's wrist.");

    private static readonly Text WristbandIncomplete = new(
        "Код участника неполный: нужны номер браслета (8019) и вид носителя (7241). Отсканируйте браслет этого исследования.",
        "The participant's code is incomplete: the wristband instance (8019) and the media type (7241) are needed. Scan the wristband of this trial.");

    private static readonly Text WristbandMixed = new(
        "В коде участника есть лишние данные ({0}): такой браслет здесь не печатается. Отсканируйте браслет этого исследования.",
        "The participant's code holds other data ({0}): no such wristband is printed here. Scan the wristband of this trial.");

    private static readonly Text WristbandInstance = new(
        "Номер экземпляра браслета {0} здесь не выдаётся. Отсканируйте браслет этого исследования.",
        "Wristband instance {0} is not issued here. Scan the wristband of this trial.");

    private static readonly Text NotUsed = new(
        "Код GS1 с идентификатором ({0}) здесь не используется. Отсканируйте код материала с GTIN (01) или браслет участника.",
        "A GS1 code with identifier ({0}) is not used here. Scan a material's code with a GTIN (01) or the participant's wristband.");

    public static ScannedCode Of(Gs1Message message) =>
        message.Find("8018") is { } patient ? Wristband(message, patient)
        : message.Values.FirstOrDefault(value => value.Ai is "00" or "02" or "03" or "8017") is { Value: not null } stranger ? Other(message, NotUsed, stranger.Ai)
        : message.Find("01") is { } gtin ? Supplier(message, gtin)
        : Other(message, NotUsed, message.Values[0].Ai);

    private static ScannedCode Wristband(Gs1Message message, string patient)
    {
        foreach (var value in message.Values)
        {
            if (value.Ai is not ("8018" or "8019" or "7241"))
            {
                return Other(message, WristbandMixed, value.Ai);
            }
        }

        if (message.Find("7241") is { } media && media != "01")
        {
            return Other(message, NotAWristband, media);
        }

        if (message.Find("8019") is not { } instance || message.Values.Length < 3)
        {
            return Other(message, WristbandIncomplete);
        }

        return instance[0] != '0' && int.TryParse(instance, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new WristbandCode(PatientKey.Parse(patient), number)
            : Other(message, WristbandInstance, instance);
    }

    private static SupplierCode Supplier(Gs1Message message, string gtin)
    {
        var expiry = message.Find("17") ?? message.Find("7003");
        return new SupplierCode(gtin, message.Find("10"), expiry is null ? null : Gs1Dates.Day(expiry.AsSpan(0, 6)), message.Find("21"));
    }

    /// <summary>A code about a person has no identifier to keep.</summary>
    private static OtherCode Other(Gs1Message message, Text why, params object?[] values)
    {
        var ofAPerson = message.Values.Any(value => OfAPerson.Contains(value.Ai));
        return new OtherCode(ofAPerson ? null : string.Concat(message.Values.Select(value => $"({value.Ai}){value.Value}")), why.With(values));
    }
}
