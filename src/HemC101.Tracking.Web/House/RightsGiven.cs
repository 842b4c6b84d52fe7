using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.House;

/// <summary>What the ledger keeps of rights that two people have given: an account with its roles, or other roles for one.</summary>
internal sealed record RightsGiven(IReadOnlyList<Role> Rights, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "RightsGiven";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static RightsGiven Read(LedgerEntry entry) =>
        JsonSerializer.Deserialize<RightsGiven>(entry.Data, Json) ?? throw new JsonException("The rights are empty.");

    /// <summary>
    /// What is signed: SHA-256 over UTF-8 lines, each ended by LF: the words <c>HemC101.Tracking account rights 1</c>, staff number, roles in
    /// order and joined by commas, and what they are given to: of a new account its digest, of another the version that the page showed.
    /// </summary>
    public static string ContentHash(StaffNumber staffNo, IEnumerable<Role> rights, string version) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"HemC101.Tracking account rights 1\n{staffNo}\n{string.Join(',', rights.Order())}\n{version}\n")));
}
