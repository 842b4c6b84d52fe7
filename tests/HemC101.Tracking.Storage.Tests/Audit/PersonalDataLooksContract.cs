using System.Data.Common;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Storage.Tests.Audit;

public abstract class PersonalDataLooksContract(IStorageFixture fixture)
{
    private static readonly LookFilter All = new(null, null, null, null);
    private static readonly StaffNumber Nurse = StaffNumber.Parse("A9999000017");
    private static readonly StaffNumber Physician = StaffNumber.Parse("A9999000018");

    private readonly Database _database = fixture.NewDatabase();

    private static PersonalDataLook Look { get; } = new() { StaffNo = Nurse, SubjectNo = A.Subject, Place = "/Ward/Bedside", At = A.Moment };

    [StorageFact]
    public async Task Add_SameHour_StandsOnce_WithItsFirstTime()
    {
        Assert.True(await AddAsync(Look));
        Assert.False(await AddAsync(Look with { At = A.Moment.AddMinutes(10) }));
        Assert.True(await AddAsync(Look with { At = A.Moment.AddMinutes(30) }));

        Assert.Equal([A.Moment.AddMinutes(30), A.Moment], (await ListAsync(All)).Select(look => look.At));
    }

    [StorageFact]
    public async Task Add_ManyAtOnce_StandsOnce()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => AddAsync(Look with { At = A.Moment.AddSeconds(at) }))));

        Assert.Single(added, true);
        Assert.Single(await ListAsync(All));
    }

    [StorageFact]
    public async Task List_EachFilter_LeavesOutTheRest()
    {
        var other = SubjectNumber.Issue(1, 8);
        await AddAsync(Look);
        await AddAsync(Look with { StaffNo = Physician, At = A.Moment.AddHours(1) });
        await AddAsync(Look with { SubjectNo = other, Place = "/Apheresis/Step", At = A.Moment.AddHours(2) });

        Assert.Equal([other, A.Subject], (await ListAsync(All with { StaffNo = Nurse })).Select(look => look.SubjectNo));
        Assert.Equal([Physician, Nurse], (await ListAsync(All with { SubjectNo = A.Subject })).Select(look => look.StaffNo));
        Assert.Equal(["/Apheresis/Step"], (await ListAsync(All with { From = A.Moment.AddHours(2) })).Select(look => look.Place));
        Assert.Equal([Nurse], (await ListAsync(All with { Until = A.Moment.AddHours(1) })).Select(look => look.StaffNo));
        Assert.Empty(await ListAsync(new(Physician, other, null, null)));
    }

    [StorageFact]
    public async Task List_PageByPage_GivesEachLookOnce()
    {
        foreach (var place in new[] { "/a", "/b", "/c", "/d" })
        {
            await AddAsync(Look with { Place = place });
        }

        List<string> read = [];
        for (long? before = null; await PersonalDataLooks.ListAsync(_database, All, before, 3, default) is { Count: > 0 } page; before = page[^1].LookId)
        {
            read.AddRange(page.Select(look => look.Place));
        }

        Assert.Equal(["/d", "/c", "/b", "/a"], read);
        Assert.Empty(await PersonalDataLooks.ListAsync(_database, All, 1_000, 3, default));
    }

    [StorageFact]
    public async Task Look_Written_IsReadAsItWas()
    {
        await AddAsync(Look);

        var read = Assert.Single(await ListAsync(All));
        Assert.Equal(Look with { LookId = read.LookId }, read);
        Assert.True(read.LookId > 0);
    }

    /// <summary>Only the triggers stand in the way of who has the file or the server.</summary>
    [StorageTheory]
    [InlineData("update personal_data_look set staff_no = 'A9999000018'")]
    [InlineData("delete from personal_data_look")]
    public async Task Look_ChangedOrDeleted_IsRefused(string sql)
    {
        await AddAsync(Look);

        await Assert.ThrowsAnyAsync<DbException>(() => _database.WriteAsync(uow => uow.ExecuteAsync(sql, null, default)));

        Assert.Equal([Nurse], (await ListAsync(All)).Select(look => look.StaffNo));
    }

    private Task<bool> AddAsync(PersonalDataLook look) => _database.WriteAsync(uow => PersonalDataLooks.AddAsync(uow, look, default));

    private Task<IReadOnlyList<PersonalDataLook>> ListAsync(LookFilter filter) => PersonalDataLooks.ListAsync(_database, filter, null, 50, default);
}

public sealed class PersonalDataLooksOnSqlite(SqliteFixture fixture) : PersonalDataLooksContract(fixture), IClassFixture<SqliteFixture>;

public sealed class PersonalDataLooksOnPostgres(PostgresFixture fixture) : PersonalDataLooksContract(fixture), IClassFixture<PostgresFixture>;
