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
    [InlineData("insert into on_call select 'x', alarm_group, staff_no, place, mail, phone, salt, added_at from on_call")]
    public async Task Verify_ListThatSomebodyChanged_IsFound(string sql)
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        using var added = await AddAsync(tablet);
        Assert.Null(await DivergedAsync());

        await _site.SqlAsync(sql);

        Assert.Equal("on_call", await DivergedAsync());
    }

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
