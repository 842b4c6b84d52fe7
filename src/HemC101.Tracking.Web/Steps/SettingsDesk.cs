using System.Text.Json;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Protocol;

namespace HemC101.Tracking.Web.Steps;

/// <summary>
/// The versions of the study settings and the holds on the study, from their stream in the ledger. The stream is asked each time, since another node may have issued
/// one; what is known of it is not read again.
/// </summary>
public sealed class SettingsDesk(TimeProvider time)
{
    public const string Stream = "study-settings";

    private const string Adopted = "SettingsAdopted";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private Known? _known;

    /// <exception cref="InvalidOperationException">No settings were ever adopted.</exception>
    public async Task<SettingsBook> BookAsync(Source source, CancellationToken ct)
    {
        var known = _known;
        var news = await EventLedger.ReadStreamAsync(source, Stream, known?.At ?? Reached.Nothing, ct);
        if (news is null)
        {
            (known, news) = (null, await EventLedger.ReadStreamAsync(source, Stream, ct));
        }

        if (news is [.., var last])
        {
            known = new(new(last.Version, last.Hash), news.Aggregate(known?.Book, With)!);
            if (source is not UnitOfWork)
            {
                _known = known;
            }
        }

        return known?.Book ?? throw new InvalidOperationException("No study settings were adopted.");
    }

    /// <summary>For what is no step: labels, devices. A step asks the book for the moment that it is decided at.</summary>
    public async Task<StudySettings> CurrentAsync(Source source, CancellationToken ct) => (await BookAsync(source, ct)).At(time.GetUtcNow()).Settings;

    /// <summary>Adopts settings for a new site; does nothing where some are in force already.</summary>
    /// <returns>True when these settings were adopted now.</returns>
    public async Task<bool> AdoptFirstAsync(Database database, StudySettings settings, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var uow = await database.BeginAsync(ct);
        var entry = new NewEntry(Adopted, 1, at, "setup", "setup", JsonSerializer.Serialize(settings, Options));
        if (await EventLedger.AppendAsync(uow, Stream, 0, at, [entry], ct) is not Appended.Ok)
        {
            return false;
        }

        await uow.CommitAsync(ct);
        return true;
    }

    /// <exception cref="InvalidOperationException">Only a newer program knows the entry.</exception>
    private static SettingsBook With(SettingsBook? book, LedgerEntry entry) => entry.Type switch
    {
        Adopted => After(book, new(JsonSerializer.Deserialize<StudySettings>(entry.Data, Options)!, entry.RecordedAt, entry.RecordedAt)),
        SettingsIssued.Type => After(book, SettingsIssued.Read(entry).At(entry.RecordedAt)),
        StudyHeld.Type => book!.With(StudyHoldJson.Read<StudyHeld>(entry).At(entry.RecordedAt)),
        StudyHoldLifted.Type => Lifted(book!, StudyHoldJson.Read<StudyHoldLifted>(entry), entry.RecordedAt),
        var other => throw new InvalidOperationException($"Only a newer program knows the entry {other} of the study settings."),
    };

    private static SettingsBook Lifted(SettingsBook book, StudyHoldLifted lifted, DateTimeOffset at) =>
        book.With(book.Holds.Single(hold => hold.Number == lifted.Number) with { Release = lifted.At(at) });

    private static SettingsBook After(SettingsBook? book, SettingsVersion version) => new([.. book?.Versions ?? [], version], book?.Holds);

    private sealed record Known(Reached At, SettingsBook Book);
}
