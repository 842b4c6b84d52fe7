using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>A name that no other word holds is enrolled, used and mistyped; then everything the site wrote, said or handed out is searched for it.</summary>
public sealed class NameSweepTests : IAsyncLifetime, IDisposable
{
    private const string Surname = "Щукодымов";
    private const string GivenName = "Фрументий";
    private const string Patronymic = "Ыгдырасилович";

    private readonly Recorder _log = new();
    private readonly List<(string From, byte[] Said)> _said = [];

    private LiveSite _site = null!;

    private DateOnly Born => MoscowTime.DayOf(_site.Time.GetUtcNow()).AddYears(-41).AddDays(-123);

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync();
        var filter = _site.Services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue;
        filter.Rules.Clear();
        filter.MinLevel = LogLevel.Information;
        _site.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Name_Enrolled_Used_AndMistyped_IsNowhereInClear()
    {
        var coi = await EnrolAsync();
        var chain = await _site.ChainAsync(coi);
        using (var coordinator = await _site.TabletAsync(Role.Investigator))
        {
            await WorkAsync(coordinator, coi);
        }

        await CorrectAsync(coi);
        await MistypeAsync(coi);
        await ExportAsync(coi);

        Search("log", [.. _log.Lines.Select(line => ("log", Encoding.UTF8.GetBytes(line)))]);
        Search("answer", _said);
        Search("row", [.. Rows()]);
        Search("file", [.. Directory.EnumerateFiles(_site.Folder, "*", SearchOption.AllDirectories).Select(file => (file, Read(file)))]);
        AssertSearched($"{chain.Subject}");
    }

    /// <summary>What may be known is found in the same places by the same search, or nothing was searched.</summary>
    private void AssertSearched(string subject)
    {
        var needle = Encoding.UTF8.GetBytes(subject);
        Assert.NotEmpty(_log.Lines);
        Assert.Contains(Rows(), row => row.From == "ledger.data" && row.Said.AsSpan().IndexOf(needle) >= 0);
        Assert.Contains(_said, place => place.From.EndsWith("Evidence  chain.pdf", StringComparison.Ordinal));
        Assert.Contains(_said, place => place.From.EndsWith("/Quality/Audit Export", StringComparison.Ordinal) && place.Said.AsSpan().IndexOf(needle) >= 0);
        Assert.True(!PdfText.IsThere || _said.Any(place => place.From.EndsWith("Print as text", StringComparison.Ordinal) && place.Said.AsSpan().IndexOf(needle) >= 0));
    }

    private async Task<Identity.CoiId> EnrolAsync()
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator);
        var (investigator, coordinator) = (_site.Crew(Role.Investigator), _site.Crew(Role.Coordinator));
        using var answer = await tablet.PostAsync("/Enrolment/New", null,
        [
            ("Attempt", "enrol"), ("Input.Surname", Surname), ("Input.GivenName", GivenName), ("Input.Patronymic", Patronymic),
            ("Input.BirthDate", Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Input.ConsentedOn", MoscowTime.DayOf(_site.Time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Input.ConsentVersion", "2.0"), ("Input.Diagnosis", "ALL"), ("Input.Weight", "70"), ("Input.LongTermFollowUp", "true"),
            ("Input.InclusionMet", "true"), ("Input.NoExclusion", "true"), ("Input.NoGeneTherapy", "true"),
            ("Signers[0].Signer", investigator.Badge), ("Signers[0].Secret", investigator.Pin),
            ("Signers[1].Signer", coordinator.Badge), ("Signers[1].Secret", coordinator.Pin),
        ]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.ToString();
        Hear(address, Encoding.UTF8.GetBytes(address));
        return Identity.CoiId.Parse(address.Split('/')[^1].Split('?')[0]);
    }

    /// <summary>The band is bound; the name is read out on the page, and written into a remark on purpose.</summary>
    private async Task WorkAsync(Tablet tablet, Identity.CoiId coi)
    {
        var step = Tablet.Step("Enrolment", "band.bind", coi);
        using (var page = await tablet.GetAsync(step))
        {
            Assert.Contains(Surname, page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        using var scanned = await tablet.ScanAsync(step, "bind", await _site.BandSymbolAsync(coi));
        Assert.Equal(HttpStatusCode.Redirect, scanned.StatusCode);
        IReadOnlyList<CrewMember> signers = [_site.Crew(Role.Investigator), _site.Crew(Role.Investigator, 1)];
        (string, string)[] fields =
        [
            .. StepCatalogue.Get("band.bind").Record.OfType<CheckField>().Select(field => (field.Name, "true")),
            (TextField.Remark.Name, $"{Surname}у браслет надет на левую руку, родился {Born:dd.MM.yyyy}"),
        ];
        using var asked = await tablet.TakeAsync(step, "bind", signers, fields);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        using var taken = await tablet.TakeAsync(step, "bind", signers, [.. fields, ("NameMeant", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Hear(step, Encoding.UTF8.GetBytes($"{taken.Headers.Location}"));
    }

    /// <summary>The name from now on holds the former one, and both are searched for.</summary>
    private async Task CorrectAsync(Identity.CoiId coi)
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator);
        var (investigator, coordinator) = (_site.Crew(Role.Investigator), _site.Crew(Role.Coordinator));
        using var answer = await tablet.PostAsync($"/Enrolment/Correct/{coi}", null,
        [
            ("Attempt", "correct"), ("Input.Seen", (await _site.ChainAsync(coi)).PersonalDataHash), ("Input.Surname", $"{Surname}а"), ("Input.GivenName", GivenName),
            ("Input.Patronymic", Patronymic), ("Input.BirthDate", Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Input.Reason", "name-changed"), ("Input.Document", "ZAGS-1"), ("Signers[0].Signer", investigator.Badge), ("Signers[0].Secret", investigator.Pin),
            ("Signers[1].Signer", coordinator.Badge), ("Signers[1].Secret", coordinator.Pin),
        ]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Hear("correction", Encoding.UTF8.GetBytes($"{answer.Headers.Location}"));
    }

    /// <summary>The name in every field that is not meant for it. What a page gives back of its own form is the typist's.</summary>
    private async Task MistypeAsync(Identity.CoiId coi)
    {
        using var tablet = await _site.TabletAsync(Role.ApheresisNurse);
        using var scan = await tablet.ScanAsync(Tablet.Step("Apheresis", "collection.identify", coi), "scan", $"{Surname} {GivenName}");
        using var find = await tablet.PostAsync("/", null, [("Scanned", Surname)]);
        using var reference = await tablet.TakeAsync(Tablet.Step("Apheresis", "collection.identify", coi), "reference", [_site.Crew(Role.ApheresisNurse)], ("logger", Surname));
        using var signed = await tablet.PostAsync(Tablet.Step("Apheresis", "collection.identify", coi), "Take", [("Signers[0].Signer", Surname), ("Signers[0].Secret", GivenName)]);
        using var stranger = new Tablet(_site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }));
        using var signIn = await stranger.PostAsync("/Account/SignIn", "Password", [("UserName", Surname), ("Password", Patronymic)]);
        using var broken = await tablet.PostFormAsync("/?handler=Nothing", ("Scanned", Surname));
        await HearAsync("broken form", broken);
    }

    private async Task ExportAsync(Identity.CoiId coi)
    {
        foreach (var role in new[] { Role.QualityAssurance, Role.QualifiedPerson, Role.Administrator, Role.LabOperator })
        {
            using var tablet = await _site.TabletAsync(role);
            foreach (var page in new[] { "/", $"/Chains/{coi}", $"/Chains/{coi}/Identity", "/Chains", "/Labels", $"/Quality/Audit?Of={coi}", "/Quality/Audit?What=PersonalDataLooked", "/Error/500", "/nothing", "/health/ready" })
            {
                using var answer = await tablet.OpenAsync(page);
                await HearAsync($"{role} {page}", answer);
            }

            foreach (var (page, handler) in new[] { ("/Quality/Audit", "Export"), ("/Quality/Audit", "Print"), ($"/Chains/{coi}/Evidence", null) })
            {
                using var answer = await tablet.PostAsync(page, handler, [("Of", coi.ToString())]);
                await HearAsync($"{role} {page} {handler}", answer);
            }
        }
    }

    private async Task HearAsync(string from, HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Hear(from, [.. bytes, .. Encoding.UTF8.GetBytes($"{answer.Headers}{answer.Content.Headers}")]);
        if (answer.Content.Headers.ContentType?.MediaType == "application/zip")
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                await using var opened = entry.Open();
                await opened.CopyToAsync(content);
                HearFile($"{from} {entry.FullName}", content.ToArray());
            }
        }
        else
        {
            HearFile(from, bytes);
        }
    }

    private void HearFile(string from, byte[] bytes)
    {
        Hear(from, bytes);
        if (bytes.AsSpan().StartsWith("%PDF"u8) && PdfText.IsThere)
        {
            Hear($"{from} as text", Encoding.UTF8.GetBytes(PdfText.WordsOf(bytes)));
        }
    }

    private void Hear(string from, byte[] said) => _said.Add((from, said));

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand here.")]
    private IEnumerable<(string From, byte[] Said)> Rows()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_site.Folder, "hemc101.db")};Pooling=False");
        connection.Open();
        foreach (var table in Column(connection, "select name from sqlite_master where type = 'table'"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from \"{table}\"";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    yield return ($"{table}.{reader.GetName(i)}", reader.GetValue(i) is byte[] blob ? blob : Encoding.UTF8.GetBytes($"{reader.GetValue(i)}"));
                }
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand here.")]
    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>While the site holds it open.</summary>
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void Search(string kind, IReadOnlyList<(string From, byte[] Said)> places)
    {
        Assert.NotEmpty(places);
        string[] forms = [Surname, Surname.ToUpperInvariant(), GivenName, GivenName.ToUpperInvariant(), Patronymic, Patronymic.ToUpperInvariant(), $"{Born:dd.MM.yyyy}", $"{Born:yyyy-MM-dd}"];
        var needles = forms.SelectMany(form => new[]
        {
            Encoding.UTF8.GetBytes(form), Encoding.Unicode.GetBytes(form), Encoding.UTF8.GetBytes(Uri.EscapeDataString(form)),
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(form).Trim('"')), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(form).Trim('"').ToLowerInvariant()),
            Encoding.UTF8.GetBytes(WebUtility.HtmlEncode(form)), Encoding.UTF8.GetBytes(string.Concat(form.Select(c => $"&#x{(int)c:X};"))),
        }).ToList();
        var found = places.Where(place => needles.Any(needle => place.Said.AsSpan().IndexOf(needle) >= 0)).Select(place => $"{kind}: {place.From}").Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
