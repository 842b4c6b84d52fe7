using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>The distribution's own browser; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Executable = "/usr/bin/chromium";

    private const string Shell = "/usr/bin/chromium-headless-shell";

    /// <summary>On a busy machine, too: what is waited for comes, or is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException($"There is no browser at {Executable}.");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(_playwright, File.Exists(Shell) ? Shell : Executable, []);
    }

    /// <summary>A device of its own: its cookies and its window are nobody else's.</summary>
    public Task<IPage> NewDeviceAsync(Uri site, int width = 1280, int height = 900, bool script = true) =>
        NewDeviceAsync(Browser, site, width, height, script);

    /// <summary>A browser beside the shared one, for what only its command line can change.</summary>
    public Task<IBrowser> LaunchAsync(params IEnumerable<string> arguments) =>
        _playwright is null
            ? throw new InvalidOperationException($"There is no browser at {Executable}.")
            : LaunchAsync(_playwright, Executable, arguments);

    /// <summary>The shell is the same browser without its windows, where the distribution has it: a page costs it half the time.</summary>
    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string program, IEnumerable<string> arguments) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = [.. Arguments, .. arguments] });

    public static async Task<IPage> NewDeviceAsync(IBrowser browser, Uri site, int width = 1280, int height = 900, bool script = true)
    {
        var context = await browser.NewContextAsync(
            new() { BaseURL = site.ToString(), ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = script });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
