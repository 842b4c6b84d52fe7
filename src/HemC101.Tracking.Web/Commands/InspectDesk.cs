using System.Text.Encodings.Web;
using System.Text.Json;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Reads scans and writes what they say.</summary>
/// <param name="database">Null when things of ours are not to be looked up.</param>
internal sealed class InspectDesk(TextWriter answers, ScannerSetup scanner, Database? database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>True when the scan was understood.</returns>
    public async Task<bool> InspectAsync(string raw, CancellationToken ct)
    {
        var reading = BarcodeReader.Read(raw, scanner);
        var names = reading is Reading.Understood known && database is not null ? await ThingNames.FindAsync(database, known.Code, ct) : [];
        var code = InspectedCode.Of(reading, names);
        await answers.WriteLineAsync(JsonSerializer.Serialize(code, Json));
        return code.Understood;
    }

    /// <returns>True when every scan was understood.</returns>
    public async Task<bool> InspectAllAsync(IEnumerable<string> scans, CancellationToken ct)
    {
        var all = true;
        foreach (var scan in scans)
        {
            all &= await InspectAsync(scan, ct);
        }

        return all;
    }
}
