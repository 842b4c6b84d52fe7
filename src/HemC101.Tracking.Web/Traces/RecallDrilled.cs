using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Traces;

/// <summary>What the ledger keeps of a mock recall: what was found, how fast, and who signed it.</summary>
/// <param name="Bags">Of them <paramref name="Within"/> were neither infused nor discarded.</param>
/// <param name="Given">Participants whom some of it had reached.</param>
/// <param name="TookMs">Milliseconds that the trace took.</param>
/// <param name="Trace">As <see cref="ForwardTrace.Hash"/> says it; what was signed.</param>
internal sealed record RecallDrilled(
    HouseId Thing, int Participants, int Batches, int Bags, int Within, int Given, double TookMs, DateTimeOffset AsOf, string Trace, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "MockRecallFiled";

    /// <summary>Drills are of the house and not of one lot.</summary>
    public const string Stream = "recall-drill";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static RecallDrilled Read(LedgerEntry entry) =>
        JsonSerializer.Deserialize<RecallDrilled>(entry.Data, Json) ?? throw new JsonException("The drill is empty.");
}
