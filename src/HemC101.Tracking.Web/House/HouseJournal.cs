using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.House;

/// <summary>Writes what was done to a person's account or a house thing into the ledger, in the transaction that does it.</summary>
internal static class HouseJournal
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A new thing, with everything its row says; recorded when the row says it was made.</summary>
    public static Task RegisteredAsync(UnitOfWork uow, HouseThingRow thing, Doer by, CancellationToken ct) =>
        WriteAsync(uow, HouseThings.StreamOf(thing.HouseId), "HouseThingRegistered", Said(thing), by, thing.CreatedAt, ct);

    /// <param name="data">Identifiers and codes only: never a participant's name.</param>
    /// <returns>Version of the entry in its stream.</returns>
    public static async Task<int> WriteAsync(UnitOfWork uow, string stream, string type, object data, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        await EventLedger.HoldAsync(uow, ct);
        var before = await EventLedger.ReadStreamAsync(uow, stream, ct);
        var entry = new NewEntry(type, 1, at, by.Actor, by.Station, Written(data, by.Workstation));
        var appended = await EventLedger.AppendAsync(uow, stream, before.Count, at, [entry], ct);
        if (appended is not Appended.Ok)
        {
            throw new InvalidOperationException($"The stream {stream} moved inside its own transaction.");
        }

        return before.Count + 1;
    }

    /// <summary>Of an entry that people signed.</summary>
    public static object Said(IEnumerable<Signature> signed) =>
        signed.Select(signature => new { By = $"{signature.By}", signature.FullName, signature.Role, signature.Meaning, signature.Method, signature.ContentHash });

    private static string Written(object data, HouseId? workstation)
    {
        var said = JsonSerializer.SerializeToNode(data, Json)!.AsObject();
        if (workstation is { } known)
        {
            said[nameof(Doer.Workstation)] = known.ToString();
        }

        return said.ToJsonString(Json);
    }

    private static object Said(HouseThingRow thing) => new
    {
        thing.Kind,
        thing.NameRu,
        thing.NameEn,
        thing.Status,
        thing.MaterialKind,
        thing.ManufacturerLot,
        thing.Gtin,
        thing.ExpiresOn,
    };
}
