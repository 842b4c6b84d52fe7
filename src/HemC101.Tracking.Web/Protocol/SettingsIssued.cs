using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Protocol;

/// <summary>What the ledger keeps of a version of the study settings: the whole set, what it changed, and who signed it.</summary>
internal sealed record SettingsIssued(StudySettings Settings, DateTimeOffset EffectiveFrom, SettingsIssue Issue)
{
    public const string Type = "StudySettingsIssued";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public SettingsVersion At(DateTimeOffset issuedAt) => new(Settings, issuedAt, EffectiveFrom, Issue);

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static SettingsIssued Read(LedgerEntry entry) =>
        JsonSerializer.Deserialize<SettingsIssued>(entry.Data, Json) ?? throw new JsonException("The settings are empty.");
}
