using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>Things with good defaults; a test names what matters to it.</summary>
internal static class A
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 1, 9, 30, 15, 123, TimeSpan.Zero);

    public static NewEntry Entry(string type = "BagReceived", string data = """{"bag":1}""", DateTimeOffset? occurredAt = null) =>
        new(type, 1, occurredAt ?? Moment, "A9999-00017", "station-1", data);

    public static readonly SubjectNumber Subject = SubjectNumber.Issue(1, 7);
    public static readonly PatientKey Key = PatientKey.Issue("4600001", 7);
    public static readonly CoiId Coi = CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 7);

    public static ParticipantRow Participant(SubjectNumber? subject = null, PatientKey? key = null, string person = "digest-1") => new()
    {
        SubjectNo = subject ?? Subject,
        PersonalData = [0, 255, 1],
        PersonalDataHash = Digest.Of("personal data"u8),
        PersonDigest = person,
        PatientKey = key ?? Key,
        CreatedAt = Moment,
    };

    public static LabelPrintRow Print(long serial, PrintSerial? supersedes = null) => new()
    {
        Serial = PrintSerial.Issue(serial),
        Kind = LabelKind.CollectionBag,
        Carrier = Carrier.PrimaryBag,
        State = LabelPrintState.Queued,
        Coi = Coi,
        Symbol = "&+05=A99992600000100",
        PrintedBy = "A999900017K",
        CreatedAt = Moment,
        ChangedAt = Moment,
        Supersedes = supersedes,
    };

    public static async Task<Appended> AppendAsync(this Database database, string stream, int expectedVersion, params NewEntry[] entries)
    {
        await using var uow = await database.BeginAsync(CancellationToken.None);
        var appended = await EventLedger.AppendAsync(uow, stream, expectedVersion, Moment, entries, CancellationToken.None);
        await uow.CommitAsync(CancellationToken.None);
        return appended;
    }

    public static Task<T> WriteAsync<T>(this Database database, Func<UnitOfWork, Task<T>> write) =>
        database.DecideAsync(
            async uow =>
            {
                var result = await write(uow);
                await uow.CommitAsync(CancellationToken.None);
                return result;
            },
            CancellationToken.None);

    public static Task WriteAsync(this Database database, Func<UnitOfWork, Task> write) =>
        database.WriteAsync(async uow =>
        {
            await write(uow);
            return true;
        });
}
