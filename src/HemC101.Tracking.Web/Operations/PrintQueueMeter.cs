using System.Diagnostics.Metrics;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;

namespace HemC101.Tracking.Web.Operations;

/// <summary>How many print jobs are not done, by their state; looked up whenever a collector asks.</summary>
internal sealed class PrintQueueMeter : IHostedService, IDisposable
{
    private readonly Database _database;
    private readonly Meter _meter;

    public PrintQueueMeter(Database database, IMeterFactory factory)
    {
        _database = database;
        _meter = factory.Create(SiteMeter.Name);
        _meter.CreateObservableGauge("hemc101.print.open", Look, "{job}", "Print jobs that wait, are being sent, are in doubt or withheld.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Look() =>
        PrintJobs.ListOpenAsync(_database, CancellationToken.None).GetAwaiter().GetResult()
            .GroupBy(job => job.State)
            .Select(state => new Measurement<int>(state.Count(), new KeyValuePair<string, object?>("state", state.Key.ToString())));
}
