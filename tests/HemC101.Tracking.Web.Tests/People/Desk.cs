using System.Diagnostics.CodeAnalysis;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HemC101.Tracking.Web.Tests.People;

/// <summary>The running application on its own empty database, and one ward nurse who may sign in.</summary>
public sealed class Desk : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string UserName = "sokolova";
    public const string Password = "long enough to be safe";
    public const string Pin = "483920";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-web-");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public StaffNumber Nurse { get; private set; }

    public Database Database => Services.GetRequiredService<Database>();

    public async Task InitializeAsync()
    {
        var added = await AdminAsync(admin => admin.AddAsync(
            "Соколова Мария Львовна", UserName, new HashSet<Role> { Role.WardNurse }, Password, Pin, "ru", default));
        Nurse = Assert.IsType<PersonChange.Done>(added).Person.Number;
    }

    public HttpClient NewBrowser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Runs statements behind the application's back.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Written by the tests.")]
    public void Forge(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "hemc101.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async Task<T> AdminAsync<T>(Func<PersonAdmin, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PersonAdmin>());
    }

    public async Task<Authentication> AuthenticateAsync(string name, string secret)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Signatory>().AuthenticateAsync(name, secret, default);
    }

    public async Task<string> BadgeAsync()
    {
        var account = await PersonAccounts.FindAsync(Database, Nurse, default);
        return Badge.Text(Nurse, account!.BadgeSerial);
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response)
    {
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(async request => request.Content(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Fills the form that holds the named field and sends it as a browser would, hidden fields included.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, params (string Name, string Value)[] fields)
    {
        var document = await PageAsync(await browser.GetAsync(new Uri(page, UriKind.Relative)));
        var form = document.Forms.First(candidate => candidate.QuerySelector($"[name='{fields[0].Name}']") is not null);
        var values = form.QuerySelectorAll<IHtmlInputElement>("input").Where(input => input.Name is not null)
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(values));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Path", Path.Combine(_folder.FullName, "hemc101.db"));
        builder.ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Time)
            .PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
    }
}
