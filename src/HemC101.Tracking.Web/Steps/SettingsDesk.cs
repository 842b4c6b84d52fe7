using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Steps;

/// <summary>The study settings in force: the last version of their stream in the ledger, which is asked each time, since another node may have adopted it.</summary>
public sealed class SettingsDesk
{
    private const string Stream = "study-settings";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private Known? _known;

    /// <exception cref="InvalidOperationException">No settings were ever adopted.</exception>
    public async Task<StudySettings> CurrentAsync(Source source, CancellationToken ct)
    {
        var known = _known;
        var news = await EventLedger.ReadStreamAsync(source, Stream, known?.At ?? Reached.Nothing, ct)
            ?? await EventLedger.ReadStreamAsync(source, Stream, ct);
        if (news is [.., var last])
        {
            known = new(new(last.Version, last.Hash), JsonSerializer.Deserialize<StudySettings>(last.Data, Options)!);
            if (source is not UnitOfWork)
            {
                _known = known;
            }
        }

        return known?.Settings ?? throw new InvalidOperationException("No study settings were adopted.");
    }

    /// <summary>The demonstration tells a past in which its settings had not been adopted yet: then the first of the version count.</summary>
    /// <returns>The settings of this version as they were in force at the moment; null when there never were any.</returns>
    public static async Task<StudySettings?> FindAsync(Source source, string version, DateTimeOffset at, CancellationToken ct)
    {
        var adopted = from entry in await EventLedger.ReadStreamAsync(source, Stream, ct)
                      let settings = JsonSerializer.Deserialize<StudySettings>(entry.Data, Options)!
                      where settings.Version == version
                      select (entry.RecordedAt, Settings: settings);
        var all = adopted.ToList();
        var then = all.FindLastIndex(one => one.RecordedAt <= at);
        return all.Count == 0 ? null : all[Math.Max(then, 0)].Settings;
    }

    /// <summary>Adopts settings for a new site; does nothing where some are in force already.</summary>
    /// <returns>True when these settings were adopted now.</returns>
    public async Task<bool> AdoptFirstAsync(Database database, StudySettings settings, DateTimeOffset at, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        var entry = new NewEntry("SettingsAdopted", 1, at, "setup", "setup", JsonSerializer.Serialize(settings, Options));
        if (await EventLedger.AppendAsync(uow, Stream, 0, at, [entry], ct) is not Appended.Ok)
        {
            return false;
        }

        await uow.CommitAsync(ct);
        return true;
    }

    private sealed record Known(Reached At, StudySettings Settings);
}
