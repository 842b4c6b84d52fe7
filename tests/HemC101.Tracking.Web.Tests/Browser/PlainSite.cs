using System.Globalization;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A running site with its crew, its house and a label printer, and no participant yet.</summary>
public sealed class PlainSite : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-site-");
    private SiteProcess? _process;

    public Uri Address => _process?.Address ?? throw new InvalidOperationException("The site was not started.");

    public string Output => _process?.Output ?? "";

    internal LabelListener Printer { get; } = new();

    internal IReadOnlyList<CrewMember> Crew { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Crew = await FreshSite.FillAsync(_data);
        _process = await SiteProcess.StartAsync(_data, PrinterArguments(Printer.Port));
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await Printer.DisposeAsync();
        _data.Delete(recursive: true);
    }

    internal static IEnumerable<string> PrinterArguments(int port) =>
    [
        "--Printers:0:Name=test", "--Printers:0:Kind=Tcp", string.Create(CultureInfo.InvariantCulture, $"--Printers:0:Address=127.0.0.1:{port}"),
        "--Printers:0:IsDefault=true",
    ];
}
