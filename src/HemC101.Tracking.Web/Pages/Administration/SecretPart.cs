namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>Model of <c>_SecretPart</c>: what one of two people types of a first or temporary secret.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Label">Says whose part it is.</param>
/// <param name="IsRequired">False where it is not always asked for.</param>
public sealed record SecretPart(string Name, Text Label, bool IsRequired = false);
