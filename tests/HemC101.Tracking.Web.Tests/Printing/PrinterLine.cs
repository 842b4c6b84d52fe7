using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>The network side of a printer that is switched on: one connection after the other, questions answered between labels.</summary>
internal sealed class PrinterLine : IAsyncDisposable
{
    private const string Begin = "^XA";
    private const string End = "^XZ";

    private readonly PrinterEmulator _printer;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _off = new();
    private readonly Task _running;
    private volatile bool _talks;

    public PrinterLine(PrinterEmulator printer)
    {
        _printer = printer;
        _listener = new TcpListener(IPAddress.Loopback, printer.Port);
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Nobody is connected, and nobody waits for it.</summary>
    public bool IsIdle => !_talks && !_listener.Pending();

    public async ValueTask DisposeAsync()
    {
        await _off.CancelAsync();
        _listener.Dispose();
        await _running;
        _off.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_off.IsCancellationRequested)
        {
            try
            {
                using var peer = await _listener.AcceptSocketAsync(_off.Token);
                _talks = true;
                await TalkAsync(peer);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side is gone, or this one is switched off.
            }
            finally
            {
                _talks = false;
            }
        }
    }

    private async Task TalkAsync(Socket peer)
    {
        peer.LingerState = new LingerOption(true, 0);
        var (said, ofLabels) = (new StringBuilder(), 0);
        var buffer = new byte[1024];
        while (true)
        {
            while (_printer.Hangs)
            {
                await Task.Delay(5, _off.Token);
            }

            var room = _printer.BreaksAfter is { } limit ? Math.Clamp(limit - ofLabels, 1, buffer.Length) : buffer.Length;
            var got = await peer.ReceiveAsync(buffer.AsMemory(0, room), SocketFlags.None, _off.Token);
            if (got == 0)
            {
                peer.LingerState = new LingerOption(false, 0);
                return;
            }

            said.Append(Encoding.Latin1.GetString(buffer, 0, got));
            ofLabels += said.ToString().Contains('^', StringComparison.Ordinal) ? got : 0;
            await HearAsync(peer, said);
            if (_printer.BreaksAfter <= ofLabels)
            {
                _printer.BreaksAfter = null;
                return;
            }
        }
    }

    private async Task HearAsync(Socket peer, StringBuilder said)
    {
        while (Next(said) is { } command)
        {
            if (command.StartsWith(Begin, StringComparison.Ordinal))
            {
                _printer.Take(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(command)));
            }
            else if (_printer.Says(command) is { Length: > 0 } answer)
            {
                await peer.SendAsync(Encoding.ASCII.GetBytes(answer), SocketFlags.None, _off.Token);
            }
        }
    }

    /// <returns>A whole label or a question, taken out of what was said; null when neither has come whole.</returns>
    private static string? Next(StringBuilder said)
    {
        var text = said.ToString();
        var start = text.Length - text.TrimStart('\r', '\n').Length;
        var isLabel = text.AsSpan(start).StartsWith(Begin);
        var end = text.IndexOf(isLabel ? End : "\r\n", start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        end += isLabel ? End.Length : 0;
        said.Remove(0, end);
        return text[start..end];
    }
}
