using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace HemC101.Tracking.Web.Participants;

/// <summary>The ledger's stream <c>site/keys</c>: which keys of the ring were proven to lie elsewhere, too.</summary>
public sealed class EscrowBook(IKeyManager keys, DemoMode demo)
{
    public const string Type = "KeysEscrowed";

    private const string Stream = "site/keys";

    /// <summary>Of all keys that were not revoked; old ones still open old names.</summary>
    public IReadOnlyList<string> Ring() =>
        [.. keys.GetAllKeys().Where(key => !key.IsRevoked).Select(key => $"{key.KeyId}").Order(StringComparer.Ordinal)];

    /// <summary>The demonstration keeps no real names.</summary>
    public async Task<bool> IsProvenAsync(Source source, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (demo.IsOn)
        {
            return true;
        }

        var last = (await EventLedger.ReadStreamAsync(source, Stream, ct)).LastOrDefault(entry => entry.Type == Type);
        var proven = last is null ? null : JsonSerializer.Deserialize<Proof>(last.Data)!.Keys;
        return KeyEscrow.IsProven(Ring(), proven, last?.RecordedAt ?? default, now);
    }

    internal Task WriteAsync(UnitOfWork uow, StaffNumber witness, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(uow, Stream, Type, new Proof(Ring(), $"{witness}"), by, at, ct);

    private sealed record Proof(IReadOnlyList<string> Keys, string Witness);
}
