using System.Text.Json;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Alarms that the chains raised, what was done about each, and who is on call.</summary>
internal static class AlarmCheck
{
    /// <summary>Of one chain, since alarms are known.</summary>
    public static async Task<IReadOnlyList<AlarmLine>> ExpectedAsync(Source source, CoiId coi, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var isTelling = await AlarmRows.IsTellingAsync(source, coi, ct);
        return [.. EventAlarms.Fold(null, history).Raised.Where(isTelling).Select(raised => AlarmLine.Of(AlarmRow.Of(raised)))];
    }

    public static async Task<IReadOnlyList<AlarmLine>> ActualAsync(Source source, CoiId coi, CancellationToken ct) =>
        [.. (await AlarmRows.ListOfChainAsync(source, coi, ct)).Select(AlarmLine.Of)];

    /// <summary>The journals of alarms and of the lists of people on call.</summary>
    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        var rows = (await AlarmRows.ListToldAsync(source, ct)).ToDictionary(row => row.AlarmKey);
        foreach (var key in await Told.KeysAsync(source, AlarmRows.Prefix, ct))
        {
            var isThere = rows.Remove(key, out var row);
            if (!isThere || await ToldAsync(source, key, ct) != Said(row!))
            {
                return new("alarm", key, isThere ? Divergence.Changed : Divergence.Missing);
            }
        }

        return rows.Count > 0 ? new("alarm", rows.Keys.Order(StringComparer.Ordinal).First(), Divergence.Foreign) : await OnCallAsync(source, ct);
    }

    private static string Said(AlarmRow row) =>
        $"{row.Kind} {row.AlarmGroup} {row.Coi?.ToString()} {row.Bag?.ToString()} {(row.Version is null ? row.RaisedAt : null):O} {row.Calls} "
            + $"{row.AcknowledgedBy?.ToString()} {row.AcknowledgedAt:O} {row.PassedAt:O}";

    private static async Task<string> ToldAsync(Source source, string key, CancellationToken ct)
    {
        var told = await EventLedger.ReadStreamAsync(source, AlarmRows.StreamOf(key), ct);
        using var data = JsonDocument.Parse(told[^1].Data);
        string? Of(string name) => data.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        var raised = told.LastOrDefault(entry => entry.Type == AlarmEvents.Raised);
        var journal = told.Reverse().TakeWhile(entry => entry.Type != AlarmEvents.Raised).Reverse().ToList();
        var acknowledged = journal.LastOrDefault(entry => entry.Type == AlarmEvents.Acknowledged);
        var passed = journal.LastOrDefault(entry => entry.Type == AlarmEvents.Passed);
        return $"{Of("Alarm")} {Of("Group")} {Of("Coi")} {Of("Bag")} {raised?.RecordedAt:O} {journal.Count(entry => entry.Type == AlarmEvents.Called)} "
            + $"{acknowledged?.Actor} {acknowledged?.RecordedAt:O} {passed?.RecordedAt:O}";
    }

    private static DateTimeOffset? At(JsonDocument data, string name) => data.RootElement.TryGetProperty(name, out var at) ? at.GetDateTimeOffset() : null;

    private static async Task<DivergedRow?> OnCallAsync(Source source, CancellationToken ct)
    {
        Dictionary<string, string> told = [];
        foreach (var group in await Told.KeysAsync(source, OnCalls.Prefix, ct))
        {
            foreach (var entry in await EventLedger.ReadStreamAsync(source, OnCalls.Prefix + group, ct))
            {
                using var data = JsonDocument.Parse(entry.Data);
                var id = data.RootElement.GetProperty("Id").GetString()!;
                if (entry.Type == OnCalls.Added)
                {
                    told[id] = $"{group} {data.RootElement.GetProperty("StaffNo").GetString()} {data.RootElement.GetProperty("Place").GetInt32()} "
                        + $"{data.RootElement.GetProperty(OnCallRow.DigestName).GetString()} {At(data, OnCalls.From):O} {At(data, OnCalls.Until):O} {entry.RecordedAt:O}";
                }
                else
                {
                    told.Remove(id);
                }
            }
        }

        foreach (var row in await OnCalls.ListAsync(source, ct))
        {
            if (!told.Remove(row.OnCallId, out var said))
            {
                return new("on_call", row.OnCallId, Divergence.Foreign);
            }

            if (said != $"{row.AlarmGroup} {row.StaffNo} {row.Place} {row.Digest} {row.FromAt:O} {row.UntilAt:O} {row.AddedAt:O}")
            {
                return new("on_call", row.OnCallId, Divergence.Changed);
            }
        }

        return told.Count > 0 ? new("on_call", told.Keys.Order(StringComparer.Ordinal).First(), Divergence.Missing) : null;
    }
}
