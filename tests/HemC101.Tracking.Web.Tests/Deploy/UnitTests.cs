using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>The example of a systemd unit.</summary>
public sealed class UnitTests : IDisposable
{
    private const string Name = "hemc101.service";
    private const string Program = "/opt/hemc101/HemC101.Tracking.Web";
    private const string DataFolder = "/var/lib/hemc101";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-unit-");

    private static string[] Started => Value("ExecStart").Split(' ');

    public void Dispose() => _folder.Delete(recursive: true);

    [ProgramFact("systemd-analyze", "systemd")]
    public async Task Systemd_HasNothingToSayOfIt()
    {
        var unit = Path.Combine(_folder.FullName, Name);
        await File.WriteAllTextAsync(unit, Example.Adapted(Example.Read(Name), (Program, Path.ChangeExtension(SiteProcess.Executable(), null))));

        var verified = await Programs.RunAsync(new(Programs.PathOf("systemd-analyze"), ["verify", "--man=no", unit]));
        var exposed = await Programs.RunAsync(new(Programs.PathOf("systemd-analyze"), ["security", "--offline=yes", "--threshold=15", unit]));

        Assert.Equal((0, ""), (verified.ExitCode, verified.Output));
        Assert.True(exposed.ExitCode == 0, exposed.Output);
    }

    [Fact]
    public async Task Options_DoWhatTheUnitMeansThemTo()
    {
        Assert.Equal(Program, Started[0]);
        Assert.Equal(DataFolder, Value("WorkingDirectory"));
        Assert.Equal(Path.GetFileName(DataFolder), Value("StateDirectory"));
        var address = Assert.Single(Started, option => option.StartsWith("--urls=", StringComparison.Ordinal))["--urls=".Length..];
        Assert.Contains(new Uri(address).Authority, Example.Read("nginx.conf"), StringComparison.Ordinal);
        var options = Started[1..].Where(option => !option.StartsWith("--urls=", StringComparison.Ordinal)).Select(option => option.Replace(DataFolder, _folder.FullName, StringComparison.Ordinal));

        await using var site = await SiteProcess.StartAsync(SiteProcess.Executable(), "/Account/SignIn", _folder, options);
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync(new Uri("/Account/SignIn", UriKind.Relative));

        Assert.True(File.Exists(Path.Combine(_folder.FullName, "hemc101.db")));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Site_TellsSystemdWhenItIsReady_AndStopsInGoodOrder()
    {
        Assert.Equal("notify", Value("Type"));
        var path = Path.Combine(_folder.FullName, "notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        using var site = Start(path);
        try
        {
            Assert.Contains("READY=1", await HearAsync(systemd), StringComparison.Ordinal);
            using var signal = Process.Start("kill", ["-TERM", site.Id.ToString(CultureInfo.InvariantCulture)]);
            Assert.Contains("STOPPING=1", await HearAsync(systemd), StringComparison.Ordinal);
            using var patience = new CancellationTokenSource(Patience);
            await site.WaitForExitAsync(patience.Token);
            Assert.Equal(0, site.ExitCode);
        }
        finally
        {
            site.Kill();
        }
    }

    private Process Start(string notify)
    {
        string[] line = [SiteProcess.Executable(), $"--Data:Directory={_folder.FullName}", "--urls=http://127.0.0.1:0"];
        return Process.Start(new ProcessStartInfo("dotnet", line) { WorkingDirectory = _folder.FullName, Environment = { ["NOTIFY_SOCKET"] = notify } })!;
    }

    private static async Task<string> HearAsync(Socket systemd)
    {
        using var patience = new CancellationTokenSource(Patience);
        var said = new byte[256];
        return Encoding.UTF8.GetString(said, 0, await systemd.ReceiveAsync(said, SocketFlags.None, patience.Token));
    }

    private static string Value(string key) =>
        Assert.Single(Example.Read(Name).Split('\n'), line => line.StartsWith($"{key}=", StringComparison.Ordinal))[(key.Length + 1)..];
}
