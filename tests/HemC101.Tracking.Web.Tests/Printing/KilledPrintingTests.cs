using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>
/// The server is killed again and again while it prints: each label comes out, none twice without a person's word, and what is in doubt
/// afterwards a person settles on the page.
/// </summary>
public sealed class KilledPrintingTests : IDisposable
{
    private const int Kills = 4;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-killed-printing-");
    private readonly HashSet<long> _sentAgain = [];
    private int _doubtful;

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Server_KilledWhilePrinting_LosesNoLabel_AndDoublesNone()
    {
        var crew = (await FreshSite.FillAsync(_data, [])).Crew;
        await using var printer = PrinterEmulator.On();
        string[] arguments = ["--Printers:0:Name=ward", "--Printers:0:Kind=Tcp", $"--Printers:0:Address={printer.Address}"];
        var random = new Random(7);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var server = await SiteProcess.StartAsync(_data, arguments);
            await PrintedAsync(printer, printer.Labels.Count + 1 + random.Next(3), server);
            await Task.Delay(random.Next(400));
            await server.KillAsync();
        }

        await using var last = await SiteProcess.StartAsync(_data, arguments);
        await SettleAsync(last, printer, crew.First(member => member.Role == Role.Coordinator));
        await AssertKeptAsync(printer);
        Assert.True(_doubtful > 0, "No kill met a label on its way.");
    }

    private static async Task PrintedAsync(PrinterEmulator printer, int labels, SiteProcess server)
    {
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while (printer.Labels.Count < labels)
        {
            Assert.False(patience.IsCancellationRequested, $"{printer.Labels.Count} labels came out. The site said:\n{server.Output}");
            await Task.Delay(10);
        }
    }

    /// <summary>Over the page, by somebody who looks at the paper.</summary>
    private async Task SettleAsync(SiteProcess server, PrinterEmulator printer, CrewMember coordinator)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        using var tablet = await Tablet.SignInAsync(client, coordinator, "ru");
        using var patience = new CancellationTokenSource(2 * PrintRoom.Patience);
        while (await OpenAsync() is { Count: > 0 } open)
        {
            Assert.False(patience.IsCancellationRequested, $"{open.Count} labels wait. The site said:\n{server.Output}");
            foreach (var job in open.Where(job => job.State == PrintJobState.Unknown))
            {
                var cameOut = PlacesOf(printer, (await PrintsAsync()).Single(print => print.Key == job.JobId).Value).Count > 0;
                using var answer = await tablet.PostAsync("/Labels", cameOut ? "Printed" : "NotPrinted", [("job", $"{job.JobId}")]);
                _doubtful++;
                if (!cameOut)
                {
                    _sentAgain.Add(job.JobId);
                }
            }

            await Task.Delay(100);
        }
    }

    private async Task AssertKeptAsync(PrinterEmulator printer)
    {
        var places = (await PrintsAsync()).ToDictionary(print => print.Key, print => PlacesOf(printer, print.Value));
        Assert.True(places.Count > Kills);
        Assert.All(places.Values, place => Assert.Single(place));
        Assert.Equal(places.Count, printer.Labels.Count);
        var undisturbed = places.Where(place => !_sentAgain.Contains(place.Key)).OrderBy(place => place.Key).Select(place => place.Value[0]).ToList();
        Assert.Equal(undisturbed.Order(), undisturbed);
    }

    private static List<int> PlacesOf(PrinterEmulator printer, string code)
    {
        var paper = printer.Labels;
        return [.. Enumerable.Range(0, paper.Count).Where(at => paper[at].Contains(code, StringComparison.Ordinal))];
    }

    private async Task<IReadOnlyList<PrintJobRow>> OpenAsync()
    {
        await using var database = new Database(FreshSite.DatabaseIn(_data));
        return await PrintJobs.ListOpenAsync(database, default);
    }

    /// <summary>Of every job, what its label alone says: all of them are badges.</summary>
    private async Task<Dictionary<long, string>> PrintsAsync()
    {
        await using var database = new Database(FreshSite.DatabaseIn(_data));
        Dictionary<long, string> codes = [];
        foreach (var job in (await PrintJobs.ListOpenAsync(database, default)).Concat(await PrintJobs.ListRecentAsync(database, int.MaxValue, default)))
        {
            codes.Add(job.JobId, (await LabelPrints.FindAsync(database, job.Serial, default))!.StaffNo!.Value.ToString());
        }

        return codes;
    }
}
