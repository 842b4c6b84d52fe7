using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>A real nginx on the example, whose ports, paths and certificate alone are others.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    public const string Name = "hemc101.example";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-nginx-");
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly string _configuration;
    private Process? _process;

    private NginxProcess() => _configuration = Path.Combine(_folder.FullName, "nginx.conf");

    public int SecurePort { get; } = SiteProcess.FreePort();

    public int PlainPort { get; } = SiteProcess.FreePort();

    public static async Task<NginxProcess> StartAsync(Uri first, Uri second)
    {
        var nginx = new NginxProcess();
        nginx.Write(first, second);
        var check = await Programs.RunAsync(nginx.Start("-t"));
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.DoesNotContain("[warn]", check.Output, StringComparison.Ordinal);
        nginx._process = Process.Start(nginx.Start("-g", "daemon off;"))!;
        await nginx.ListensAsync();
        return nginx;
    }

    /// <param name="port">Of this machine, whatever the name says.</param>
    /// <param name="name">What the caller asks for.</param>
    /// <param name="cookies">Of one browser.</param>
    public HttpClient Client(int port, string name = Name, CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = cookies ?? new(),
            ConnectCallback = async (_, ct) => await Ports.ConnectAsync(port, ct),
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = IsOurs },
        };
        var scheme = port == SecurePort ? "https" : "http";
        return new(handler) { BaseAddress = new Uri($"{scheme}://{name}:{port}") };
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Programs.RunAsync(Start("-s", "quit"));
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
    }

    private bool IsOurs(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate?.GetCertHashString() == _certificate.GetCertHashString() && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);

    private void Write(Uri first, Uri second)
    {
        var folder = _folder.FullName;
        File.WriteAllText(Path.Combine(folder, "hemc101.crt"), _certificate.ExportCertificatePem());
        using var key = _certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(Path.Combine(folder, "hemc101.key"), key.ExportPkcs8PrivateKeyPem());
        var text = Example.Adapted(
            Example.Read("nginx.conf"),
            ("listen 443 ", $"listen 127.0.0.1:{SecurePort} "),
            ("listen 80 ", $"listen 127.0.0.1:{PlainPort} "),
            ("127.0.0.1:5081", first.Authority),
            ("127.0.0.1:5082", second.Authority),
            ("/etc/nginx/", $"{folder}/"),
            ("/run/", $"{folder}/"),
            ("/var/log/nginx/", $"{folder}/"),
            ("/var/lib/nginx/", $"{folder}/"));

        // Only root may give the work to another user; and that one reads the folder, which is root's alone.
        text = Environment.IsPrivilegedProcess ? text : Example.Adapted(text, ("user www-data;", ""));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        File.WriteAllText(_configuration, text);
    }

    private ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        new(Programs.PathOf("nginx"), ["-e", Path.Combine(_folder.FullName, "start.log"), "-c", _configuration, .. arguments]);

    private async Task ListensAsync()
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        while (!await Ports.AnswersAsync(SecurePort, patience.Token))
        {
            Assert.False(_process!.HasExited, "nginx ended.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }
}
