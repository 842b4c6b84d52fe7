using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>Labels are ordered while a printer meets one trouble after the other, and somebody sees to it now and then.</summary>
internal sealed class PrinterDay : IAsyncDisposable
{
    private const string Ward = "ward";
    private const int Turns = 30;
    private const int MostLabels = 8;
    private const int LongestLabel = 12_000;

    private readonly int _seed;
    private readonly Random _random;
    private readonly PrinterEmulator _printer = PrinterEmulator.On();
    private readonly Dictionary<long, string> _labels = [];
    private readonly HashSet<long> _sentAgain = [];
    private readonly List<string> _told = [];
    private PrintRoom _room;
    private IAsyncDisposable _running = null!;

    private PrinterDay(int seed, PrintRoom room) => (_seed, _random, _room) = (seed, new Random(seed), room);

    /// <summary>One label has come out, so that the printer is known to answer.</summary>
    public static async Task<PrinterDay> OpenAsync(int seed)
    {
        var day = new PrinterDay(seed, await PrintRoom.OpenAsync());
        await day._room.PutPrinterAsync(Ward, PrinterKind.Tcp, day._printer.Address);
        day._running = await day._room.StartAsync();
        await day.OrderAsync();
        await day._room.UntilAsync(1, PrintJobState.Printed);
        return day;
    }

    public async Task LiveAsync()
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await NextAsync(_random.Next(12));
            _room.Time.Advance(TimeSpan.FromSeconds(_random.Next(4)));
            await Task.Delay(_random.Next(80));
        }
    }

    /// <summary>Until nothing waits any more.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while ((await PrintJobs.ListOpenAsync(_room.Database, default)).Count > 0)
        {
            Assert.False(patience.IsCancellationRequested, Story("Labels are still waiting."));
            await LookAsync();
            _room.Time.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(10);
        }
    }

    public void AssertKept()
    {
        var paper = _printer.Labels;
        var places = _labels.Select(label => (Job: label.Key, Places: Enumerable.Range(0, paper.Count).Where(at => IsOn(paper[at], label.Value)).ToList())).ToList();
        Assert.True(places.TrueForAll(label => label.Places.Count == 1), Story($"Not each once: {string.Join(' ', places.Select(label => label.Places.Count))}."));
        var undisturbed = places.Where(label => !_sentAgain.Contains(label.Job)).OrderBy(label => label.Job).Select(label => label.Places[0]).ToList();
        Assert.True(undisturbed.SequenceEqual(undisturbed.Order()), Story($"Out of order: {string.Join(' ', undisturbed)}."));
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        await _room.DisposeAsync();
        await _printer.DisposeAsync();
    }

    private async Task NextAsync(int what)
    {
        switch (what)
        {
            case 0 or 1 or 2 when _labels.Count < MostLabels:
                await OrderAsync();
                break;
            case 3:
                Tell(_printer.Fault = new[] { PrinterFault.PaperOut, PrinterFault.HeadOpen, PrinterFault.RibbonOut, PrinterFault.Paused }[_random.Next(4)]);
                break;
            case 4:
                Tell($"roll {_printer.Roll = _random.Next(3)}");
                break;
            case 5 or 6:
                Tell($"breaks after {_printer.BreaksAfter = _random.Next(LongestLabel)}");
                break;
            case 7:
                Tell($"hangs {_printer.Hangs = true}");
                break;
            case 8:
                Tell("off");
                await _printer.TurnOffAsync();
                break;
            case 9:
                await RestartAsync();
                break;
            default:
                await LookAsync();
                break;
        }
    }

    private async Task OrderAsync()
    {
        var letter = (char)('а' + _labels.Count);
        var chain = await _room.EnrolAsync(PrintRoom.Ivanova with { Surname = $"Иванов{letter}{letter}", BirthDate = new DateOnly(1980, 1, 1 + _labels.Count) });
        _labels.Add(_labels.Count + 1, chain.Patient.ToString());
        Tell("label");
    }

    private async Task RestartAsync()
    {
        Tell("restart");
        await _running.DisposeAsync();
        var now = _room.Time.GetUtcNow();
        _room = await _room.ReopenAsync();
        _room.Time.SetUtcNow(now);
        _running = await _room.StartAsync();
    }

    /// <summary>Somebody sees to the printer, waits until it has let go of what it held, looks at the paper, and says of each label what they saw.</summary>
    private async Task LookAsync()
    {
        Tell("look");
        _printer.Repair();
        foreach (var job in (await PrintJobs.ListOpenAsync(_room.Database, default)).Where(job => job.State == PrintJobState.Unknown))
        {
            await RestAsync();

            var cameOut = _printer.Labels.Any(label => IsOn(label, _labels[job.JobId]));
            Tell($"{job.JobId} {job.Trouble} came out {cameOut}");
            Assert.True(await _room.Get<PrintQueue>().ResolveAsync(job.JobId, cameOut, PrintRoom.Coordinator.Number, default));
            if (!cameOut)
            {
                _sentAgain.Add(job.JobId);
            }
        }
    }

    private async Task RestAsync()
    {
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while (!_printer.IsAtRest)
        {
            Assert.False(patience.IsCancellationRequested, Story("The printer does not come to rest."));
            await Task.Delay(1);
        }
    }

    private static bool IsOn(string zpl, string text) => zpl.Contains(text, StringComparison.Ordinal);

    private void Tell(object what) => _told.Add($"{what}");

    private string Story(string fault) => $"Seed {_seed}. {fault} {string.Join("; ", _told)}";
}
