using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Protocol;

/// <summary>What the ledger keeps of a hold on the study, among its settings: whoever asks for those learns of it, too.</summary>
/// <param name="Code">Of the reason.</param>
internal sealed record StudyHeld(int Number, string Code, string Document, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "StudyHoldPlaced";

    public StudyHold At(DateTimeOffset at) => new(Number, Code, Document, at, Signatures);
}

/// <param name="Code">Of the decision to go on.</param>
internal sealed record StudyHoldLifted(int Number, string Code, string Document, IReadOnlyList<Signature> Signatures)
{
    public const string Type = "StudyHoldReleased";

    public StudyHoldRelease At(DateTimeOffset at) => new(Code, Document, at, Signatures);
}

internal static class StudyHoldJson
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="JsonException">The entry is of another type.</exception>
    public static T Read<T>(LedgerEntry entry) => JsonSerializer.Deserialize<T>(entry.Data, Json) ?? throw new JsonException($"The {typeof(T).Name} is empty.");
}
