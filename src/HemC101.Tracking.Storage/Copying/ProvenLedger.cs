using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>The ledger of one moment, every hash followed and every seal of its own held against it.</summary>
/// <param name="Flaw">Null when everything agrees.</param>
internal sealed record ProvenLedger(long Entries, int Seals, Text? Flaw)
{
    public static async Task<ProvenLedger> OfAsync(ReadSession session, CancellationToken ct)
    {
        var pems = await SealRows.ListKeysAsync(session, ct);
        var keys = pems.Select(SealPublicKey.TryParse).OfType<SealPublicKey>().DistinctBy(key => key.Id).ToDictionary(key => key.Id);
        try
        {
            var seals = new SealCheck(await SealRows.ListAsync(session, ct), keys, inLine: true);
            var report = await EventLedger.VerifyAsync(session, [seals], ct);
            return new(report.Rows, seals.Sound, report.First?.Text ?? seals.End()?.Text);
        }
        finally
        {
            foreach (var key in keys.Values)
            {
                key.Dispose();
            }
        }
    }
}
