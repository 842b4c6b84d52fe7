using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Administration;

/// <summary>The running application with a printer, an administrator, somebody of quality assurance, and the desk's ward nurse.</summary>
public sealed class Office : IAsyncLifetime, IDisposable
{
    public const string AdministratorName = "orlov";
    public const string QualityName = "zhukova";

    public Desk Desk { get; } = new();

    public async Task InitializeAsync()
    {
        await Desk.InitializeAsync();
        await using (var work = await Desk.Database.BeginAsync(default))
        {
            var printer = new PrinterRow { Name = "switched off", Kind = PrinterKind.Tcp, Address = "127.0.0.1:1", IsDefault = true };
            await Printers.PutAsync(work, printer, default);
            await work.CommitAsync(default);
        }

        await AddAsync("Орлов Павел", AdministratorName, Role.Administrator);
        await AddAsync("Жукова Вера", QualityName, Role.QualityAssurance);
    }

    public async Task<StaffNumber> AddAsync(string fullName, string userName, Role role)
    {
        var added = await Desk.AdminAsync(admin => admin.AddAsync(
            fullName, userName, new HashSet<Role> { role }, Desk.Password, Desk.Pin, "ru", default));
        return Assert.IsType<PersonChange.Done>(added).Person.Number;
    }

    public async Task<HttpClient> SignedInAsync(string userName)
    {
        var browser = Desk.NewBrowser();
        var answer = await Desk.SendAsync(browser, "/Account/SignIn", ("UserName", userName), ("Password", Desk.Password));
        Assert.Equal("/", answer.Headers.Location!.ToString());
        return browser;
    }

    public async Task<PersonAccount> AccountAsync(string userName) =>
        (await PersonAccounts.ListAsync(Desk.Database, default)).Single(account => account.UserName == userName);

    /// <summary>The job of a print, whatever became of it.</summary>
    public async Task<PrintJobRow> JobAsync(PrintSerial serial)
    {
        for (var id = 1L; await PrintJobs.FindAsync(Desk.Database, id, default) is { } job; id++)
        {
            if (job.Serial == serial)
            {
                return job;
            }
        }

        throw new InvalidOperationException($"Nothing was queued for {serial}.");
    }

    public static async Task<IHtmlDocument> GetAsync(HttpClient browser, string page) =>
        await Desk.PageAsync(await browser.GetAsync(new Uri(page, UriKind.Relative)));

    /// <summary>Sends the form with this handler (null: the page's own) as a browser would: hidden fields as they are, the rest as given.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string? handler, params (string Name, string Value)[] fields)
    {
        var document = await GetAsync(browser, page);
        var form = document.QuerySelectorAll<IHtmlFormElement>("main form")
            .First(candidate => handler is null || candidate.GetAttribute("action")!.Contains($"handler={handler}", StringComparison.Ordinal));
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Where(input => fields.All(field => field.Name != input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var given = fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var content = new FormUrlEncodedContent([.. hidden, .. given]);
        return await browser.PostAsync(new Uri(form.GetAttribute("action") is { Length: > 0 } to ? to : page, UriKind.Relative), content);
    }

    /// <summary>The signatures under a recovery, as far as the form holds them.</summary>
    public static (string Name, string Value)[] Signed(string first = AdministratorName, string second = QualityName) =>
    [
        ("Signers[0].Signer", first), ("Signers[0].Secret", Desk.Password), ("Signers[1].Signer", second), ("Signers[1].Secret", Desk.Password),
    ];

    /// <summary>A temporary or first secret cut in two, as the forms ask for it.</summary>
    public static (string First, string Second) Cut(string secret) => (secret[..(secret.Length / 2)], secret[(secret.Length / 2)..]);

    /// <summary>A recovery as two people fill it in.</summary>
    public static (string Name, string Value)[] Recovery(string what, string secret, string first = AdministratorName, string second = QualityName) =>
        [("what", what), ("secret", Cut(secret).First), ("secondSecret", Cut(secret).Second), .. Signed(first, second)];

    /// <summary>A new account as two people fill it in.</summary>
    public static (string Name, string Value)[] NewPerson(string name, string userName, string password, string pin, params IEnumerable<string> roles) =>
    [
        ("FullName", name), ("UserName", userName), ("Language", "ru"), .. roles.Select(role => ("Roles", role)),
        ("Password", Cut(password).First), ("SecondPassword", Cut(password).Second), ("Pin", Cut(pin).First), ("SecondPin", Cut(pin).Second),
        .. Signed(),
    ];

    public static async Task<string> ReasonsAsync(HttpResponseMessage answer) =>
        (await Desk.PageAsync(answer)).QuerySelector(".reasons")?.TextContent ?? "";

    public void Dispose() => Desk.Dispose();

    Task IAsyncLifetime.DisposeAsync() => ((IAsyncLifetime)Desk).DisposeAsync();
}
