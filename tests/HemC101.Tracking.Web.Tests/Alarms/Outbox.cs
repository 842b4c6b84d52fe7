using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>A database with alarms and people on call, without pages; messengers are the test's.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-alarms-");
    private int _people;

    public Outbox(DatabaseAddress? address = null)
    {
        Address = address ?? DatabaseAddress.OfFile(Path.Combine(_folder.FullName, "hemc101.db"));
        Migrator.Migrate(Address);
        Database = new(Address);
    }

    public static Outbox OnAFile() => new();

    public static AlarmOptions Options { get; } = new(
        new(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(120), TimeSpan.FromMinutes(10), TimeSpan.FromDays(14), TimeSpan.FromHours(6)),
        Grace: TimeSpan.FromMinutes(5),
        Escalation: TimeSpan.FromMinutes(15),
        Link: new Uri("https://hemc101.example"));

    public DatabaseAddress Address { get; }

    public Database Database { get; }

    public string Folder => _folder.FullName;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public AlarmCalls Calls(params IMessenger[] ways) => new(Database, ways, Options, Time);

    public AlarmSender Sender(params IMessenger[] ways) => SenderOn(Database, ways);

    public AlarmSender SenderOn(Database database, params IMessenger[] ways) => new(database, ways, Options, Time, NullLogger<AlarmSender>.Instance);

    public async Task<AlarmRow> RaiseAsync(AlarmGroup group = AlarmGroup.Quality)
    {
        var raised = new RaisedAlarm(
            AlarmKind.SterilityPositive, group, CoiId.Issue(Facility, 2026, 7), SubjectNumber.Issue(1, 7), null, 12, Time.GetUtcNow());
        await WriteAsync(uow => AlarmRows.RaiseAsync(uow, AlarmRow.Of(raised), default));
        return AlarmRow.Of(raised);
    }

    public async Task<StaffNumber> PutOnCallAsync(
        int place, string? mail = "duty@example.org", string? phone = null, AlarmGroup group = AlarmGroup.Quality, bool active = true,
        DutyTime? shift = null, Role role = Role.QualityAssurance)
    {
        var number = ++_people;
        var account = new PersonAccount
        {
            StaffNo = StaffNumber.Issue(Facility, number),
            UserName = $"user{number}",
            NormalizedUserName = $"USER{number}",
            FullName = "Ёлкина Жанна Юрьевна",
            Roles = new HashSet<Role> { role },
            Language = "ru",
            BadgeSerial = PrintSerial.Issue(number),
            Active = active,
            CreatedAt = Time.GetUtcNow(),
        };
        await WriteAsync(uow => PersonAccounts.AddAsync(uow, account, default));
        var row = new OnCallRow
        {
            OnCallId = $"id-{number}",
            AlarmGroup = group,
            StaffNo = account.StaffNo,
            Place = place,
            FromAt = shift?.From,
            UntilAt = shift?.Until,
            Mail = mail,
            Phone = phone,
            Salt = "salt",
            AddedAt = Time.GetUtcNow(),
        };
        await WriteAsync(async uow =>
        {
            await OnCalls.AddAsync(uow, row, default);
            return true;
        });
        return account.StaffNo;
    }

    /// <summary>A message that waits, to a person on both ways.</summary>
    public async Task CalledAsync(params IMessenger[] ways)
    {
        await PutOnCallAsync(1, "duty@example.org", "+79120000001");
        await RaiseAsync();
        await Calls(ways).CallAsync(default);
    }

    public Task<IReadOnlyList<AlarmMessageRow>> MessagesAsync() => AlarmMessages.ListSinceAsync(Database, DateTimeOffset.UnixEpoch, default);

    public Task<IReadOnlyList<LedgerEntry>> JournalAsync(AlarmRow alarm) => EventLedger.ReadStreamAsync(Database, AlarmRows.StreamOf(alarm.AlarmKey), default);

    public async Task<T> WriteAsync<T>(Func<UnitOfWork, Task<T>> write)
    {
        await using var uow = await Database.BeginAsync(default);
        var result = await write(uow);
        await uow.CommitAsync(default);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
