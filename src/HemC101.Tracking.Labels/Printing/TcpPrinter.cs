using System.Net.Sockets;
using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>Raw printing, usually port 9100. One connection per label.</summary>
/// <param name="sendTimeout">From the first byte until the printer has taken the last one.</param>
public sealed class TcpPrinter(string host, int port, TimeSpan connectTimeout, TimeSpan sendTimeout) : ILabelPrinter
{
    /// <summary>How long a printer may take to close its side; one that keeps it open has printed all the same.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);

    public async Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        return await ConnectAsync(socket, ct) ?? await SendAsync(socket, label.Bytes, ct);
    }

    /// <returns>null when connected.</returns>
    private async Task<PrintOutcome?> ConnectAsync(Socket socket, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(connectTimeout);
        try
        {
            await socket.ConnectAsync(host, port, limit.Token);
            return null;
        }
        catch (SocketException e)
        {
            return new PrintOutcome.Unreachable($"{host}:{port}: {e.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PrintOutcome.Unreachable($"{host}:{port}: no answer within {connectTimeout}.");
        }
    }

    /// <summary>From here on bytes may be at the printer, so that even the caller's own cancellation leaves the outcome unknown.</summary>
    private async Task<PrintOutcome> SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(sendTimeout);
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, limit.Token)..];
            }

            socket.Shutdown(SocketShutdown.Send);
            await WaitForCloseAsync(socket, ct);
            return new PrintOutcome.Printed();
        }
        catch (SocketException e)
        {
            return new PrintOutcome.Unknown($"{host}:{port}: the connection broke while the label was being sent: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            return new PrintOutcome.Unknown($"{host}:{port}: the printer stopped taking data before the end of the label.");
        }
    }

    private static async Task WaitForCloseAsync(Socket socket, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ClosingTime);
        var answer = new byte[256];
        try
        {
            while (await socket.ReceiveAsync(answer, SocketFlags.None, limit.Token) > 0)
            {
            }
        }
        catch (OperationCanceledException)
        {
            // Everything was handed over; a printer that leaves the connection open has taken it.
        }
    }
}
