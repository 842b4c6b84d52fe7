using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain;

/// <summary>Events as the ledger's JSON and back. The type name and schema version stand in columns of their own.</summary>
public static class EventCodec
{
    public const int SchemaVersion = 1;

    private static readonly FrozenDictionary<string, Type> Types = typeof(ChainEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ChainEvent)))
        .ToFrozenDictionary(type => type.Name);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyCollection<Type> EventTypes => Types.Values;

    public static string TypeOf(ChainEvent what) => what.GetType().Name;

    public static string Write(ChainEvent what, Act act) => JsonSerializer.Serialize(
        new Envelope(
            JsonSerializer.SerializeToElement(what, what.GetType(), Options),
            act.StepId, act.Scans, act.Signatures, act.SettingsVersion, act.Remark, act.Names, act.Workstation, act.Paper),
        Options);

    /// <exception cref="InvalidOperationException">The type or schema version is not known to this program.</exception>
    public static Happened Read(
        int version, string type, int schemaVersion, string data, string actor, string station, DateTimeOffset occurredAt, DateTimeOffset recordedAt)
    {
        if (schemaVersion != SchemaVersion || !Types.TryGetValue(type, out var clrType))
        {
            throw new InvalidOperationException($"Event {type} of schema {schemaVersion} is not known to this program.");
        }

        var envelope = JsonSerializer.Deserialize<Envelope>(data, Options)
            ?? throw new InvalidOperationException($"Event {type} has no data.");
        var what = (ChainEvent?)envelope.What.Deserialize(clrType, Options)
            ?? throw new InvalidOperationException($"Event {type} is empty.");
        var act = new Act(
            StaffNumber.Parse(actor), station, occurredAt, recordedAt, envelope.StepId, envelope.Scans, envelope.Signatures, envelope.Settings)
        {
            Remark = envelope.Remark,
            Names = envelope.Names,
            Workstation = envelope.Workstation,
            Paper = envelope.Paper,
        };
        return new Happened(version, what, act);
    }

    internal static JsonObject ToJson(ChainEvent what) => JsonSerializer.SerializeToNode(what, what.GetType(), Options)!.AsObject();

    internal static ChainEvent FromJson(JsonObject json, Type type) =>
        (ChainEvent?)json.Deserialize(type, Options) ?? throw new InvalidOperationException($"Event {type.Name} is empty.");

    private sealed record Envelope(
        JsonElement What,
        string StepId,
        IReadOnlyList<ScanEvidence> Scans,
        IReadOnlyList<Signature> Signatures,
        string Settings,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TextId? Remark = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] NameInText Names = NameInText.None,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HouseId? Workstation = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SheetLine? Paper = null);
}
