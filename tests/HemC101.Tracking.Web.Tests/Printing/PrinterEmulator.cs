using System.Globalization;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>
/// A network label printer on this machine, with what goes wrong with one. It keeps labels in memory until it can print them, as a real one
/// does: after new paper it prints by itself what it held, and without power it forgets.
/// </summary>
internal sealed class PrinterEmulator : IAsyncDisposable
{
    private static readonly TimeSpan PrintTime = TimeSpan.FromMilliseconds(15);

    private readonly Lock _lock = new();
    private readonly List<string> _paper = [];
    private readonly Queue<string> _memory = [];
    private readonly CancellationTokenSource _gone = new();
    private readonly Task _printing;
    private PrinterLine? _line;
    private PrinterFault _fault;

    private PrinterEmulator(int port)
    {
        Port = port == 0 ? SiteProcess.FreePort() : port;
        _printing = PrintAsync();
        TurnOn();
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    private bool Answers { get; init; } = true;

    /// <summary>Resets the connection when so much of a label has come; once.</summary>
    public int? BreaksAfter { get; set; }

    /// <summary>Takes the connection and reads nothing.</summary>
    public bool Hangs { get; set; }

    /// <summary>After so many labels the roll is at its end; null for an endless one.</summary>
    public int? Roll { get; set; }

    /// <summary>What came out, in that order.</summary>
    public IReadOnlyList<string> Labels
    {
        get
        {
            lock (_lock)
            {
                return [.. _paper];
            }
        }
    }

    public PrinterFault Fault
    {
        get
        {
            lock (_lock)
            {
                return _fault;
            }
        }

        set
        {
            lock (_lock)
            {
                _fault = value;
            }
        }
    }

    public static PrinterEmulator On(int port = 0) => new(port);

    /// <summary>One that says nothing of itself.</summary>
    public static PrinterEmulator Mute() => new(0) { Answers = false };

    public void TurnOn() => _line ??= new PrinterLine(this);

    public async Task TurnOffAsync()
    {
        if (_line is { } line)
        {
            _line = null;
            await line.DisposeAsync();
        }

        lock (_lock)
        {
            _memory.Clear();
        }
    }

    /// <summary>A person sees to everything that is the matter with it.</summary>
    public void Repair()
    {
        (Roll, Hangs, BreaksAfter, Fault) = (null, false, null, PrinterFault.None);
        TurnOn();
    }

    public async ValueTask DisposeAsync()
    {
        await TurnOffAsync();
        await _gone.CancelAsync();
        await _printing;
        _gone.Dispose();
    }

    /// <summary>Nothing on the network or in its memory may still come out by itself.</summary>
    public bool IsAtRest
    {
        get
        {
            lock (_lock)
            {
                return _memory.Count == 0 && _line is { IsIdle: true };
            }
        }
    }

    internal void Take(string label)
    {
        lock (_lock)
        {
            _memory.Enqueue(label);
        }
    }

    /// <summary>As in the ZPL guide: errors to <c>~HQES</c>; to <c>~HS</c> nothing while paper, ribbon or head is the matter.</summary>
    internal string Says(string question)
    {
        lock (_lock)
        {
            if (!Answers)
            {
                return "";
            }

            if (question == "~HQES")
            {
                return string.Create(CultureInfo.InvariantCulture, $"\x02\r\n  PRINTER STATUS\r\n   ERRORS:         {(_fault == 0 ? 0 : 1)} 00000000 {(uint)_fault:X8}\r\n   WARNINGS:       0 00000000 00000000\r\n\x03\r\n");
            }

            var held = _memory.Count.ToString("D3", CultureInfo.InvariantCulture);
            var paused = _fault == PrinterFault.Paused ? 1 : 0;
            return _fault is PrinterFault.None or PrinterFault.Paused
                ? $"\x02" + $"030,0,{paused},1245,{held},0,0,0,000,0,0,0\x03\r\n\x02" + "000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n\x02" + "1234,0\x03\r\n"
                : "";
        }
    }

    private async Task PrintAsync()
    {
        while (!_gone.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(PrintTime, _gone.Token));
            lock (_lock)
            {
                if (_fault != PrinterFault.None || _line is null || _memory.Count == 0)
                {
                    continue;
                }

                if (Roll == 0)
                {
                    _fault = PrinterFault.PaperOut;
                    continue;
                }

                Roll--;
                _paper.Add(_memory.Dequeue());
            }
        }
    }
}
