using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>Which badge opens a round at the bed.</summary>
public sealed class BedsideBadgeTests : IAsyncLifetime
{
    private LiveSite _site = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("thaw.end", "1"));
        var coi = _site.Chains[0];
        _address = $"/Ward/Bedside/{coi}/{(await _site.ChainAsync(coi)).Bags[0].Id}";
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("nobody's", "Такого сотрудника в системе нет", "no such person")]
    [InlineData("superseded", "заменён новым", "replaced by a new one")]
    [InlineData("never printed", "заменён новым", "replaced by a new one")]
    [InlineData("closed account", "закрыта", "is closed")]
    [InlineData("role taken away", "такой роли нет", "owner is none")]
    [InlineData("physician's", "такой роли нет", "owner is none")]
    [InlineData("wristband", "Это не бейдж", "This is no badge")]
    [InlineData("staff number alone", "Это не бейдж", "This is no badge")]
    public async Task Badge_OfNoNurseOnDuty_OpensNoRound(string what, string ru, string en)
    {
        var badge = await BadgeAsync(what);
        var before = _site.Written();

        Assert.Contains(ru, await OpenAsync("ru", badge), StringComparison.Ordinal);
        Assert.Contains(en, await OpenAsync("en", badge), StringComparison.Ordinal);

        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Badge_ThatTookThePlaceOfAnOldOne_OpensTheRound()
    {
        await BadgeAsync("superseded");
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        using var opened = await tablet.PostAsync(_address, "Open", [("Badge", await CurrentAsync(_site.Crew(Role.WardNurse, 1)))]);

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Contains("attempt=", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Badge_TheFormNamesAnotherParticipantAndBag_OpensTheRoundThatTheAddressNames()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        using var opened = await tablet.PostAsync(
            _address, "Open", [("Badge", _site.Crew(Role.WardNurse, 1).Badge), ("coi", "A9999-26-000099-0"), ("bag", "nobody's")]);

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.StartsWith($"{_address}?attempt=", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync(string language, string badge)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse, language);
        using var answer = await tablet.PostAsync(_address, "Open", [("Badge", badge), .. Tablet.Keys(badge)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Tablet.SaysAsync(answer);
    }

    /// <summary>The second nurse's badge, unless it says otherwise; the first is signed in on the tablet.</summary>
    private async Task<string> BadgeAsync(string what)
    {
        var nurse = _site.Crew(Role.WardNurse, 1);
        switch (what)
        {
            case "superseded":
                await ChangeAsync(admin => admin.ReplaceBadgeAsync(nurse.Person.Number, default));
                return nurse.Badge;
            case "never printed":
                return Badge.Text(nurse.Person.Number, PrintSerial.Issue(999_000));
            case "closed account":
                await ChangeAsync(admin => admin.SetActiveAsync(nurse.Person.Number, active: false, default));
                return nurse.Badge;
            case "role taken away":
                await ChangeAsync(admin => admin.ChangeRolesAsync(nurse.Person.Number, new HashSet<Role> { Role.Courier }, default));
                return nurse.Badge;
            case "physician's":
                return _site.Crew(Role.Investigator).Badge;
            case "wristband":
                return await _site.BandSymbolAsync(_site.Chains[0]);
            case "staff number alone":
                return $"='{nurse.Person.Number}";
            default:
                return BarcodeWriter.StaffBadge(StaffNumber.Issue(FacilityNumber.Parse("A9999"), 9_999), PrintSerial.Issue(999_000));
        }
    }

    private async Task ChangeAsync(Func<PersonAdmin, Task<PersonChange>> change)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        Assert.IsType<PersonChange.Done>(await change(scope.ServiceProvider.GetRequiredService<PersonAdmin>()));
    }

    private async Task<string> CurrentAsync(CrewMember member) =>
        Badge.Text(member.Person.Number, (await PersonAccounts.FindAsync(_site.Database, member.Person.Number, default))!.BadgeSerial);
}
