using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A label printer on a loopback port: takes ZPL and remembers what the symbols say.</summary>
internal sealed class LabelListener : IAsyncDisposable
{
    private static readonly TimeSpan PrintsWithin = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _symbols = [];
    private readonly Task _listening;

    public LabelListener()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>Data of every Data Matrix printed so far, in the order of arrival.</summary>
    public IReadOnlyList<string> Symbols
    {
        get
        {
            lock (_symbols)
            {
                return [.. _symbols];
            }
        }
    }

    /// <returns>The first symbol of this kind, as soon as it is printed.</returns>
    /// <exception cref="TimeoutException">No such label came.</exception>
    public async Task<string> FirstAsync(Func<string, bool> fits)
    {
        var until = TimeProvider.System.GetUtcNow() + PrintsWithin;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            if (Symbols.FirstOrDefault(fits) is { } symbol)
            {
                return symbol;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"The label did not come. What was printed: {string.Join(" | ", Symbols)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _listening;
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TakeAsync(client.GetStream());
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The printer was switched off.
        }
    }

    /// <summary>A job may come in pieces; each label ends with <c>^XZ</c>.</summary>
    private async Task TakeAsync(NetworkStream stream)
    {
        var job = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                job.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // The sender closed without a goodbye; what came is kept.
        }

        lock (_symbols)
        {
            _symbols.AddRange(ZplSymbols.In(job.ToString()));
        }
    }
}
