using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>A network printer on this machine that keeps what it is sent.</summary>
internal sealed class PaperPrinter : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _off = new();
    private readonly Task _running;

    private PaperPrinter(int port, bool resets)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _running = RunAsync(resets);
    }

    public ConcurrentQueue<string> Labels { get; } = [];

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static PaperPrinter On(int port = 0) => new(port, resets: false);

    /// <summary>Breaks every connection after the first bytes.</summary>
    public static PaperPrinter Breaking() => new(0, resets: true);

    /// <summary>A port where nobody listens now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _off.CancelAsync();
        _listener.Dispose();
        await _running;
        _off.Dispose();
    }

    private async Task RunAsync(bool resets)
    {
        try
        {
            while (true)
            {
                using var peer = await _listener.AcceptSocketAsync(_off.Token);
                if (resets)
                {
                    await peer.ReceiveAsync(new byte[16], _off.Token);
                    peer.LingerState = new LingerOption(true, 0);
                    continue;
                }

                await using var stream = new NetworkStream(peer);
                using var received = new MemoryStream();
                await stream.CopyToAsync(received, _off.Token);
                Labels.Enqueue(Encoding.UTF8.GetString(received.ToArray()));
            }
        }
        catch (OperationCanceledException)
        {
            // Switched off.
        }
    }
}
