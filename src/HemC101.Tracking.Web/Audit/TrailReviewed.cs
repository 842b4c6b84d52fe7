using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Web.Audit;

/// <summary>What the ledger keeps of a review: what was on the screen, from which entry to which, and who signed it.</summary>
/// <param name="Filter">Its period is whole days of Moscow; its end is the place the ledger had reached when the page was made.</param>
/// <param name="First">Position of the oldest entry.</param>
/// <param name="Last">Position of the newest entry.</param>
/// <param name="LastHash">Of the newest entry; with it, of all that its stream held.</param>
internal sealed record TrailReviewed(TrailFilter Filter, long First, long Last, string LastHash, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "TrailReviewed";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static TrailReviewed Read(LedgerEntry entry) =>
        JsonSerializer.Deserialize<TrailReviewed>(entry.Data, Json) ?? throw new JsonException("The review is empty.");

    /// <summary>
    /// What is signed: SHA-256 over UTF-8 lines, each ended by LF, in this order: the words <c>HemC101.Tracking trail review 1</c>, stream,
    /// actor, station, type (empty when not asked for), from, until (as the ledger writes instants), up to, first, last, hash of the last.
    /// </summary>
    public static string ContentHash(TrailFilter filter, long first, long last, string lastHash)
    {
        string[] lines =
        [
            "HemC101.Tracking trail review 1",
            filter.Stream ?? "",
            filter.Actor ?? "",
            filter.Station ?? "",
            filter.Type ?? "",
            filter.From is { } from ? Instants.ToText(from) : "",
            filter.Until is { } until ? Instants.ToText(until) : "",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{filter.UpTo}"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{last}"),
            lastHash,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n')))));
    }
}
