using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Printing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

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
    public async Task WhoeverWaitsToWrite_IsCounted()
    {
        List<string> heard = [];
        using var listener = Listen(StorageMeter.Name, heard);
        await using var room = await PrintRoom.OpenAsync();
        var first = await room.Database.BeginAsync(default);
        Assert.DoesNotContain("hemc101.writers.waiting", heard);

        var second = room.Database.BeginAsync(default);

        Assert.Contains("hemc101.writers.waiting", heard);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
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

    [Fact]
    public async Task Scan_IsTimed_AndCountedByItsVerdict()
    {
        List<string> heard = [];
        using var listener = Listen(SiteMeter.Name, heard);
        await using var site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));
        using var nurse = await site.TabletAsync(Role.ApheresisNurse);
        var step = Tablet.Step("Apheresis", "collection.identify", site.Chains[0]);

        using var refused = await nurse.ScanAsync(step, "one", "garbage");
        using var taken = await nurse.ScanAsync(step, "one", await site.BandSymbolAsync(site.Chains[0]));

        Assert.Contains("hemc101.scan.duration", heard);
        Assert.Contains("hemc101.scan.verdicts verdict=Unreadable step=collection.identify", heard);
        Assert.Contains("hemc101.scan.verdicts verdict=Accepted step=collection.identify", heard);
    }

    [Fact]
    public async Task Trace_SaysHowLongAScanAndAStepWaited_AndHowTheyEnded()
    {
        await using var site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));
        var next = DemoLeg.UpTo("collection.identify")[^1];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is SiteMeter.Name or StorageMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ConcurrentQueue<Activity> heard = new();
        listener.ActivityStopped = heard.Enqueue;
        ActivitySource.AddActivityListener(listener);
        using var mine = new Activity("mine").Start();

        await site.Director().DoAsync(site.Chains[0], next, default);

        var spans = heard.Where(span => span.TraceId == mine.TraceId).ToList();
        Assert.Contains(spans, span => Is(span, "hemc101.scan", "verdict", Verdict.Accepted) && Within(span, "hemc101.writers.wait") && Within(span, "hemc101.commit"));
        Assert.Contains(spans, span => Is(span, "hemc101.step", "outcome", "Taken") && Within(span, "hemc101.writers.wait") && Within(span, "hemc101.commit"));

        bool Is(Activity span, string what, string tag, object end) =>
            span.OperationName == what && Equals(span.GetTagItem("step"), next.StepId) && Equals(span.GetTagItem(tag), end);

        bool Within(Activity outer, string what) => spans.Any(span => span.ParentSpanId == outer.SpanId && span.OperationName == what);
    }

    /// <summary>A collector of OpenTelemetry, spoken to in its own protocol: gRPC over HTTP/2.</summary>
    [Fact]
    public async Task Collector_ThatIsNamed_IsSentMetricsAndTraces()
    {
        ConcurrentQueue<string> asked = new();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            asked.Enqueue(context.Request.Path);
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/grpc";
            context.Response.AppendTrailer("grpc-status", "0");
            await context.Response.Body.WriteAsync(new byte[5]);
        });
        await collector.StartAsync();

        await using (var site = await LiveSite.OpenAsync())
        {
            // Every half a second, and not once a minute: what is sent on the way down is sent by a best effort.
            await using var told = site.WithWebHostBuilder(host => host
                .UseSetting("Telemetry:Endpoint", collector.Urls.Single())
                .UseSetting("OTEL_METRIC_EXPORT_INTERVAL", "500"));
            using var client = told.CreateClient();
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            await HeardAsync(asked, "TraceService/Export");
            await HeardAsync(asked, "MetricsService/Export");
        }
    }

    private static async Task HeardAsync(ConcurrentQueue<string> asked, string service)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!asked.Any(path => path.EndsWith(service, StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
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
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(heard, instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(heard, instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(heard, instrument, tags));
        listener.Start();
        return listener;
    }

    private static void Hear(List<string> heard, Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var said = string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"));
        lock (heard)
        {
            heard.Add(instrument.Name + (instrument.Name == "hemc101.scan.verdicts" ? said : ""));
        }
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
