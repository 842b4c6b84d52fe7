using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Templates;

/// <param name="Name">Of the file without its extensions.</param>
/// <param name="Version">By content.</param>
/// <param name="Source">The whole text: what is printed from it stays provable when the file is long gone.</param>
internal sealed record ApprovedTemplate(string Name, string Version, string Source);

/// <summary>What the ledger keeps of an approval: from now on labels are printed from these texts.</summary>
internal sealed record LabelTemplatesApproved(IReadOnlyList<ApprovedTemplate> Templates, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "LabelTemplatesApproved";

    public const string Stream = "label-templates";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static LabelTemplatesApproved Read(LedgerEntry entry) =>
        JsonSerializer.Deserialize<LabelTemplatesApproved>(entry.Data, Json) ?? throw new JsonException("The approval is empty.");

    /// <returns>What is signed: SHA-256 over the names and texts in their order.</returns>
    public static string ContentHash(IEnumerable<ApprovedTemplate> templates) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(templates, Json))));
}
