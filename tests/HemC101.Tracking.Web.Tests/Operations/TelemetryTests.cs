using System.Diagnostics.Metrics;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Tests.Printing;

namespace HemC101.Tracking.Web.Tests.Operations;

/// <summary>What a collector would see.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Step_IsMeasuredAsACommit()
    {
        List<string> heard = [];
        using var listener = Listen(StorageMeter.Name, heard);
        await using var room = await PrintRoom.OpenAsync();

        await room.EnrolAsync();

        Assert.Contains("hemc101.commit.batch", heard);
    }

    [Fact]
    public async Task WaitingLabel_IsCounted()
    {
        await using var room = await PrintRoom.OpenAsync();
        await room.EnrolAsync();
        using var factory = new Meters();
        using var meter = new PrintQueueMeter(room.Database, factory);
        List<string> heard = [];
        using var listener = Listen(SiteMeter.Name, heard);

        listener.RecordObservableInstruments();

        Assert.Contains("hemc101.print.open", heard);
    }

    private static MeterListener Listen(string meter, List<string> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == meter)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, _, _, _) =>
        {
            lock (heard)
            {
                heard.Add(instrument.Name);
            }
        });
        listener.Start();
        return listener;
    }

    private sealed class Meters : IMeterFactory
    {
        private readonly List<Meter> _made = [];

        public Meter Create(MeterOptions options)
        {
            var meter = new Meter(options);
            _made.Add(meter);
            return meter;
        }

        public void Dispose() => _made.ForEach(meter => meter.Dispose());
    }
}
