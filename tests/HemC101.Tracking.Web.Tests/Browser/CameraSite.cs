using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Two participants: the collection of one waits before the laboratory, the first bag of the other is thawed.</summary>
public sealed class CameraSite : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-site-");
    private FilledSite? _filled;
    private SiteProcess? _process;

    public Uri Address => _process?.Address ?? throw new InvalidOperationException("The site was not started.");

    public string Output => _process?.Output ?? "";

    private FilledSite Filled => _filled ?? throw new InvalidOperationException("The site was not filled.");

    public async Task InitializeAsync()
    {
        _filled = await FreshSite.FillAsync(_data, [], DemoLeg.UpTo("collection.hand-over"), DemoLeg.UpTo("thaw.end", "1"));
        _process = await SiteProcess.StartAsync(_data);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <param name="index">0 for the first of three.</param>
    internal CrewMember Member(Role role, int index = 0) => Filled.Crew.Where(member => member.Role == role).ElementAt(index);

    internal Task<ChainState> AwaitingReceiptAsync() => ChainAsync(0);

    internal Task<ChainState> AtTheBedAsync() => ChainAsync(1);

    /// <summary>What stands in the symbol on the thing itself.</summary>
    internal async Task<string> SymbolAsync(ChainState chain, string of)
    {
        var print = chain.Prints.Values.Last(item =>
            item.Of == of && item.Carrier == Carrier.PrimaryBag && item.State is PrintState.Printed or PrintState.Applied);
        await using var database = Open();
        return (await LabelPrints.FindAsync(database, print.Serial, default))!.Symbol;
    }

    internal static string Band(ChainState chain) => BarcodeWriter.Wristband(chain.Patient, chain.BandInstance);

    internal async Task<IReadOnlyList<StepScanRow>> ScansAsync(string attempt)
    {
        await using var database = Open();
        return await StepScans.ListAsync(database, attempt, default);
    }

    private async Task<ChainState> ChainAsync(int number)
    {
        await using var database = Open();
        return ChainState.Fold(await ChainStreams.HistoryAsync(database, Filled.Chains[number], default))!;
    }

    private Database Open() => new(FreshSite.DatabaseIn(_data));
}
