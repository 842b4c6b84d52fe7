namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>What a step's form sent for its record: every field but those of the form itself.</summary>
internal static class PostedRecord
{
    private static readonly HashSet<string> OfTheForm =
        new(StringComparer.OrdinalIgnoreCase) { "Attempt", "DeviceTime", "Pin", "NameMeant", "Half", "__RequestVerificationToken", "handler", KeptForm.Names };

    public static IReadOnlyDictionary<string, string> Of(IFormCollection form) => form
        .Where(field => !OfTheForm.Contains(field.Key) && !field.Key.StartsWith("Signers[", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(field => field.Key, field => field.Value.ToString());
}
