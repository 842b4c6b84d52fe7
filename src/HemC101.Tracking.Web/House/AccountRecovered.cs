using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.House;

/// <summary>What is set anew for somebody who has lost it.</summary>
public enum Recovery
{
    Badge,
    Pin,
    Password,
}

/// <summary>What the ledger keeps of a recovery: who has asked for it and who has stood by.</summary>
internal sealed record AccountRecovered(Recovery What, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "AccountRecovered";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static AccountRecovered Read(LedgerEntry entry) =>
        JsonSerializer.Deserialize<AccountRecovered>(entry.Data, Json) ?? throw new JsonException("The recovery is empty.");

    /// <summary>
    /// What is signed: SHA-256 over UTF-8 lines, each ended by LF: the words <c>HemC101.Tracking account recovery 1</c>, staff number, what is
    /// set anew, and the version of the account that the page showed, so that a signature serves one change.
    /// </summary>
    public static string ContentHash(StaffNumber staffNo, Recovery what, string version) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"HemC101.Tracking account recovery 1\n{staffNo}\n{what}\n{version}\n")));
}
