using System.Net;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>Who is on call: put on the list and taken off it, told by the ledger without an address.</summary>
public sealed class OnCallPagesTests : IAsyncLifetime
{
    private const string Page = "/Administration/OnCall";

    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Add_ThenRemove_IsToldWithoutTheAddress()
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        using var added = await AddAsync(tablet, mail: "duty@example.org", phone: "+7 (912) 345-67-89");
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var row = Assert.Single(await OnCalls.ListAsync(_site.Database, default));
        Assert.Equal((AlarmGroup.Quality, 2, "duty@example.org", "+79123456789"), (row.AlarmGroup, row.Place, row.Mail, row.Phone));
        Assert.Contains("duty@example.org", (await tablet.GetAsync(Page)).QuerySelector("[data-group=Quality]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await DivergedAsync());

        using var removed = await tablet.PostAsync(Page, "Remove", [("Id", row.OnCallId)]);
        using var again = await tablet.PostAsync(Page, "Remove", [("Id", row.OnCallId)]);

        Assert.Contains("уже нет", await Tablet.SaysAsync(again), StringComparison.Ordinal);
        Assert.Empty(await OnCalls.ListAsync(_site.Database, default));
        var journal = await EventLedger.ReadStreamAsync(_site.Database, OnCalls.StreamOf(AlarmGroup.Quality), default);
        Assert.Equal([OnCalls.Added, OnCalls.Removed], journal.Select(entry => entry.Type));
        Assert.All(journal, entry =>
        {
            Assert.Equal($"{_site.Crew(Role.Administrator).Person.Number}", entry.Actor);
            Assert.DoesNotContain("example", entry.Data, StringComparison.Ordinal);
            Assert.DoesNotContain("9123456789", entry.Data, StringComparison.Ordinal);
        });
        Assert.Null(await DivergedAsync());
    }

    [Fact]
    public async Task Shifts_OfSeveralDays_AreEnteredAtOnce_AndTheWeekShowsWhoIsCalledAndWhereNobodyIs()
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        var tomorrow = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddDays(1);
        using var first = await tablet.PostAsync(Page, "Add", Shift(Role.QualityAssurance, "1", tomorrow, "08:00", "20:00", 3));
        using var second = await tablet.PostAsync(Page, "Add", Shift(Role.QualifiedPerson, "2", tomorrow, "08:00", "20:00", 1));
        Assert.All([first, second], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));

        var rows = await OnCalls.ListAsync(_site.Database, default);
        Assert.Equal(4, rows.Count);
        Assert.Equal(MoscowTime.At(tomorrow.ToDateTime(new TimeOnly(8, 0))), rows.Min(row => row.FromAt));
        var group = (await tablet.GetAsync(Page)).QuerySelector("[data-group=Quality]")!;
        Assert.Equal(4, group.QuerySelectorAll("[data-shift]").Length);
        Assert.Equal(
            ["Everybody", "OnDuty", "Everybody", "OnDuty", "Everybody", "OnDuty", "Everybody"],
            group.QuerySelectorAll("[data-basis]").Select(span => span.GetAttribute("data-basis")));
        Assert.Equal(4, group.QuerySelectorAll("[data-basis] .mark").Count(mark => mark.TextContent == "смены нет"));
        Assert.Contains("2. ", group.QuerySelectorAll("[data-basis=OnDuty]")[0].TextContent, StringComparison.Ordinal);
        Assert.Null(await DivergedAsync());
        var journal = await EventLedger.ReadStreamAsync(_site.Database, OnCalls.StreamOf(AlarmGroup.Quality), default);
        Assert.All(journal, entry => Assert.Contains("\"Until\"", entry.Data, StringComparison.Ordinal));

        await _site.SqlAsync("update on_call set until_at = from_at where place = 2");
        Assert.Equal("on_call", await DivergedAsync());
    }

    [Fact]
    public async Task Shift_WithoutAnAddress_TakesTheKnownOne_AndNobodyIsEnteredWithoutAny()
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        var tomorrow = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddDays(1);
        var typed = Shift(Role.QualityAssurance, "1", tomorrow, "08:00", "20:00", 1).Where(field => field.Name != "Mail").Append(("Mail", "")).ToList();
        using var none = await tablet.PostAsync(Page, "Add", typed);
        Assert.Contains("адреса этого сотрудника", await Tablet.SaysAsync(none), StringComparison.Ordinal);

        using var added = await AddAsync(tablet, "duty@example.org", "+79123456789");
        using var shift = await tablet.PostAsync(Page, "Add", typed);

        Assert.Equal(HttpStatusCode.Redirect, shift.StatusCode);
        var row = Assert.Single(await OnCalls.ListAsync(_site.Database, default), row => row.FromAt is not null);
        Assert.Equal(("duty@example.org", "+79123456789"), (row.Mail, row.Phone));
    }

    [Theory]
    [InlineData("08:00", "", 1, "начало и конец")]
    [InlineData("", "20:00", 1, "начало и конец")]
    [InlineData("", "", 2, "начало и конец")]
    [InlineData("08:00", "20:00", 0, "начало и конец")]
    [InlineData("08:00", "20:00", 32, "начало и конец")]
    [InlineData("20:00", "08:00", 1, "раньше, чем начинается")]
    [InlineData("08:00", "08:00", 1, "раньше, чем начинается")]
    public async Task Shift_FilledInWrong_SaysWhat_AndWritesNothing(string from, string until, int days, string words)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var tomorrow = MoscowTime.DayOf(_site.Time.GetUtcNow()).AddDays(1);

        using var answer = await tablet.PostAsync(Page, "Add", Shift(Role.QualityAssurance, "1", tomorrow, from, until, days));

        Assert.Contains(words, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await OnCalls.ListAsync(_site.Database, default));
    }

    [Fact]
    public async Task Shift_ThatIsOver_OrTakesAnothersPlace_IsRefusedWhole()
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        var today = MoscowTime.DayOf(_site.Time.GetUtcNow());
        using var over = await tablet.PostAsync(Page, "Add", Shift(Role.QualityAssurance, "1", today.AddDays(-2), "08:00", "20:00", 3));
        Assert.Contains("уже прошла", await Tablet.SaysAsync(over), StringComparison.Ordinal);
        using var first = await tablet.PostAsync(Page, "Add", Shift(Role.QualityAssurance, "1", today.AddDays(3), "08:00", "20:00", 1));

        using var taken = await tablet.PostAsync(Page, "Add", Shift(Role.QualifiedPerson, "1", today.AddDays(1), "08:00", "20:00", 5));
        using var twice = await tablet.PostAsync(Page, "Add", Shift(Role.QualityAssurance, "2", today.AddDays(3), "19:00", "23:00", 1));

        Assert.Contains("уже стоит другой", await Tablet.SaysAsync(taken), StringComparison.Ordinal);
        Assert.Contains("на это время уже в списке", await Tablet.SaysAsync(twice), StringComparison.Ordinal);
        Assert.Single(await OnCalls.ListAsync(_site.Database, default));
        Assert.Null(await DivergedAsync());
    }

    [Theory]
    [InlineData("Group", "Nobody", "для каких тревог")]
    [InlineData("Staff", "", "открытой учётной записью")]
    [InlineData("Staff", "A999900999X", "открытой учётной записью")]
    [InlineData("Place", "0", "от 1 до 99")]
    [InlineData("Place", "many", "от 1 до 99")]
    [InlineData("Mail", "duty", "почты")]
    [InlineData("Mail", "a@b.example\r\nBcc: x@y.example", "почты")]
    [InlineData("Mail", "\"x\" <a@b.example>", "почты")]
    [InlineData("Phone", "89123456789", "Телефон")]
    [InlineData("Phone", "+7", "Телефон")]
    [InlineData("Mail", "", "почту, телефон")]
    public async Task Add_WithSomethingWrong_SaysWhat_AndWritesNothing(string field, string value, string words)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);
        var fields = Fields(_site, "duty@example.org", "").Where(typed => typed.Name != field).Append((field, value));

        using var answer = await tablet.PostAsync(Page, "Add", fields);

        Assert.Contains(words, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await OnCalls.ListAsync(_site.Database, default));
    }

    [Fact]
    public async Task Add_TheSamePersonByTwoAtOnce_IsOne()
    {
        using var first = await _site.TabletAsync(Role.Administrator);
        using var second = await _site.TabletAsync(Role.QualityAssurance);

        var answers = await Task.WhenAll(AddAsync(first), AddAsync(second));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await OnCalls.ListAsync(_site.Database, default));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("update on_call set mail = 'spy@example.org'")]
    [InlineData("update on_call set place = 9")]
    [InlineData("delete from on_call")]
    [InlineData("insert into on_call (on_call_id, alarm_group, staff_no, place, mail, phone, salt, added_at) select 'x', alarm_group, staff_no, place, mail, phone, salt, added_at from on_call")]
    public async Task Verify_ListThatSomebodyChanged_IsFound(string sql)
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        using var added = await AddAsync(tablet);
        Assert.Null(await DivergedAsync());

        await _site.SqlAsync(sql);

        Assert.Equal("on_call", await DivergedAsync());
    }

    private List<(string Name, string Value)> Shift(Role role, string place, DateOnly day, string from, string until, int days) =>
    [
        ("Group", "Quality"), ("Staff", $"{_site.Crew(role).Person.Number}"), ("Place", place), ("Mail", "duty@example.org"), ("Phone", ""),
        ("From", from.Length > 0 ? $"{day:yyyy-MM-dd}T{from}" : ""), ("Until", until.Length > 0 ? $"{day:yyyy-MM-dd}T{until}" : ""), ("Days", $"{days}"),
    ];

    private static IEnumerable<(string Name, string Value)> Fields(LiveSite site, string mail, string phone) =>
    [
        ("Group", "Quality"), ("Staff", $"{site.Crew(Role.QualityAssurance).Person.Number}"), ("Place", "2"), ("Mail", mail), ("Phone", phone),
    ];

    private Task<HttpResponseMessage> AddAsync(Tablet tablet, string mail = "duty@example.org", string phone = "") =>
        tablet.PostAsync(Page, "Add", Fields(_site, mail, phone));

    private async Task<string?> DivergedAsync()
    {
        await using var session = await _site.Database.ReadAsync(default);
        return (await ProjectionCheck.FindAsync(session, default))?.Table;
    }
}
