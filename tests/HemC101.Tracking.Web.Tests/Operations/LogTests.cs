using System.Globalization;
using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Faults;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Operations;

/// <summary>A site that says all it has to say, as JSON, while everything goes wrong around people with recognisable names.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private const string Surname = "Рыжебородов";
    private const string GivenName = "Аристарх";
    private const string Patronymic = "Вавилович";
    private const string BirthDate = "1979-11-23";
    private const string WrongPin = "730519";
    private const string WrongPassword = "сорок семь жирафов";
    private const string TypedByMistake = "мой пароль в поле имени";
    private const string Passphrase = "пароль от резервных копий";

    private static readonly string[] Talkative = ["--Logging:Console:FormatterName=json", "--Logging:LogLevel:HemC101=Trace"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-log-");
    private FaultySite _site = null!;

    public async Task InitializeAsync() => _site = await FaultySite.FillAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Log_OfABadDay_IsStructured_AndNamesNobody()
    {
        await StartWithoutBackupsAsync();
        await FailToSignInAsync();
        using var tablet = await _site.TabletAsync("ru");
        var chain = await EnrolAsync(tablet);
        await ScanWhatIsNotWantedAsync(tablet, chain);
        await BreakAsync(tablet, chain);
        await _site.StopWritesAsync();
        using (var refused = await PostEnrolmentAsync(tablet, Surname))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await _site.KillAsync();

        var lines = LogLines.Read(_site.Output);
        Assert.Contains(lines, line => line.Template == "Wrong {Credential} for {StaffNo}, or the account is closed");
        Assert.Contains(lines, line => line.Template == "No backup was made; it is tried again.");
        Assert.Contains(lines, line => Says(line, "no such table: scan"));
        Assert.Contains(lines, line => Says(line, "answers with an error. Nothing was recorded"));
        Assert.All(lines, line => Assert.True(line.Template is not null, $"{line.Category} gave a sentence without a template: {string.Join('|', line.Texts)}"));
        foreach (var secret in Secrets(chain))
        {
            Assert.All(lines, line => Assert.False(Says(line, secret), $"{secret} was said: {string.Join('|', line.Texts)}"));
        }
    }

    /// <summary>The folder for backups is a file: the first thing that goes wrong.</summary>
    private async Task StartWithoutBackupsAsync()
    {
        var (file, passphrase) = (Path.Combine(_folder.FullName, "file"), Path.Combine(_folder.FullName, "passphrase"));
        await File.WriteAllTextAsync(file, "");
        await File.WriteAllTextAsync(passphrase, Passphrase);
        await _site.StartAsync([.. Talkative, $"--Backups:Folder={file}", $"--Backups:PassphraseFile={passphrase}"]);
    }

    private async Task FailToSignInAsync()
    {
        using var stranger = new Tablet(new HttpClient { BaseAddress = _site.Address });
        (string, (string, string)[])[] tries =
        [
            ("Badge", [("Badge", First(Role.Investigator).Badge), ("Pin", WrongPin)]),
            ("Password", [("UserName", "coordinator1"), ("Password", WrongPassword)]),
            ("Password", [("UserName", TypedByMistake), ("Password", WrongPassword)]),
        ];
        foreach (var (handler, fields) in tries)
        {
            using var answer = await stranger.PostAsync("/Account/SignIn", handler, fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<string> EnrolAsync(Tablet tablet)
    {
        using var refused = await PostEnrolmentAsync(tablet, $"{Surname}7");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var enrolled = await PostEnrolmentAsync(tablet, Surname);
        Assert.Equal(HttpStatusCode.Redirect, enrolled.StatusCode);
        return enrolled.Headers.Location!.ToString()["/Chains/".Length..];
    }

    private Task<HttpResponseMessage> PostEnrolmentAsync(Tablet tablet, string surname)
    {
        var (investigator, coordinator) = (First(Role.Investigator), First(Role.Coordinator));
        return tablet.PostAsync("/Enrolment/New", null,
        [
            ("Attempt", Guid.NewGuid().ToString("N")),
            ("Input.Surname", surname), ("Input.GivenName", GivenName), ("Input.Patronymic", Patronymic), ("Input.BirthDate", BirthDate),
            ("Input.ConsentedOn", MoscowTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture)),
            ("Input.ConsentVersion", "2.0"), ("Input.Diagnosis", "ALL"), ("Input.Weight", "70"), ("Input.LongTermFollowUp", "true"),
            ("Input.InclusionMet", "true"), ("Input.NoExclusion", "true"), ("Input.NoGeneTherapy", "true"),
            ("Signers[0].Signer", investigator.Badge), ("Signers[0].Secret", investigator.Pin),
            ("Signers[1].Signer", coordinator.Badge), ("Signers[1].Secret", coordinator.Pin),
        ]);
    }

    private static async Task ScanWhatIsNotWantedAsync(Tablet tablet, string chain)
    {
        foreach (var raw in new[] { HouseStock.Of(Identity.HouseKind.Seal, 1, 0).ToString(), $"{Surname} {GivenName}", "]d2(8018)" })
        {
            using var answer = await tablet.ScanAsync($"/Enrolment/Step/band.bind/{chain}", Guid.NewGuid().ToString("N"), raw);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var lost = await tablet.OpenAsync($"/Chains/{Uri.EscapeDataString(Surname)}");
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
    }

    /// <summary>Somebody took a table away: a fault that nobody foresaw.</summary>
    private async Task BreakAsync(Tablet tablet, string chain)
    {
        await RunAsync("alter table scan rename to scan_elsewhere");
        using var answer = await tablet.ScanAsync($"/Enrolment/Step/band.bind/{chain}", Guid.NewGuid().ToString("N"), $"{Surname} {GivenName}");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        await RunAsync("alter table scan_elsewhere rename to scan");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_site.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private string[] Secrets(string chain)
    {
        Assert.NotEmpty(chain);
        var (investigator, coordinator) = (First(Role.Investigator), First(Role.Coordinator));
        return
        [
            Surname, GivenName, Patronymic, BirthDate, "23.11.1979", "11/23/1979", WrongPin, WrongPassword, TypedByMistake, Passphrase,
            investigator.Badge, coordinator.Badge, investigator.Pin, investigator.Person.FullName, coordinator.Person.FullName,
        ];
    }

    private static bool Says(LogLine line, string text) => line.Texts.Any(said => said.Contains(text, StringComparison.OrdinalIgnoreCase));

    private CrewMember First(Role role) => _site.Crew.First(member => member.Role == role);
}
