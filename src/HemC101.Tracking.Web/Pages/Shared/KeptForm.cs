using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>
/// What was typed into a half-filled form, on its way from one person to the next: in an encrypted cookie of the browser, read once by the
/// page it belongs to. A form names the fields that may be kept; secrets and signatures never are.
/// </summary>
/// <param name="Address">Of the page, with its attempt.</param>
internal sealed record KeptForm(string Address, Dictionary<string, string> Fields)
{
    /// <summary>Hidden field of a form, once for each field that may be kept.</summary>
    public const string Names = "Keeps";

    private const string Key = "Kept";

    /// <summary>Two cookies full, encrypted; browsers send no more than some of them.</summary>
    private const int Longest = 4_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic) };

    public static KeptForm Of(string address, IFormCollection form) => new(
        address,
        form[Names].OfType<string>().Distinct().Where(name => !string.IsNullOrEmpty(form[name])).ToDictionary(name => name, name => form[name].ToString()));

    /// <returns>False when it is too long to be kept, and nothing was.</returns>
    public bool Put(ITempDataDictionary said)
    {
        var text = JsonSerializer.Serialize(this, Json);
        if (text.Length <= Longest)
        {
            said[Key] = text;
        }

        return text.Length <= Longest;
    }

    /// <returns>Empty when nothing is kept for this page.</returns>
    public static IReadOnlyDictionary<string, string> Look(ITempDataDictionary said, string address) =>
        said.Peek(Key) is string text && JsonSerializer.Deserialize<KeptForm>(text) is { } kept && kept.Address == address
            ? kept.Fields
            : new Dictionary<string, string>();

    /// <summary>The page shows it once.</summary>
    public static IReadOnlyDictionary<string, string> Take(ITempDataDictionary said, string address)
    {
        var fields = Look(said, address);
        if (fields.Count > 0)
        {
            said.Remove(Key);
        }

        return fields;
    }
}
