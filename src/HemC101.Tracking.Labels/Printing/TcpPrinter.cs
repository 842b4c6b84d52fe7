using System.Net.Sockets;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>
/// Raw printing, usually port 9100. One connection per label: the printer is asked how it is, gets the label, and is asked until it is done.
/// One that never answered a question gets its label all the same, and taking the last byte is then all that is known of it.
/// </summary>
/// <param name="host">Name or address.</param>
/// <param name="port">Usually 9100.</param>
/// <param name="times">How long to wait for what.</param>
/// <param name="answers">It has answered before, so that its silence means that it hangs.</param>
public sealed class TcpPrinter(string host, int port, TcpTimes times, bool answers) : ILabelPrinter
{
    /// <summary>How long a printer may take to close its side; one that keeps it open has printed all the same.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);

    public async Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var talk = new PrinterTalk(socket, times);
        var (answered, away) = await ReadyAsync(socket, talk, ct);
        var outcome = away ?? await SendAsync(socket, label.Bytes, ct) ?? (answered ? await EndAsync(talk, ct) : await CloseAsync(socket, ct));
        return outcome with { Answered = answered };
    }

    public async Task<PrintOutcome.Unreachable?> LookAsync(CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        return (await ReadyAsync(socket, new PrinterTalk(socket, times), ct)).Away;
    }

    /// <summary>Until here no byte of a label has gone.</summary>
    private async Task<(bool Answered, PrintOutcome.Unreachable? Away)> ReadyAsync(Socket socket, PrinterTalk talk, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(times.Connect);
        try
        {
            await socket.ConnectAsync(host, port, limit.Token);
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            var status = await talk.AskAsync(limit.Token);
            return (status is not null, status switch
            {
                { Trouble: { } trouble } => Away($"the printer reports {trouble}.", trouble),
                { Held: > 0 } => Away($"the printer still holds {status.Held} labels.", PrintTrouble.Busy),
                null when answers => Away($"the printer did not say how it is within {times.Answer}.", PrintTrouble.Silent),
                _ => null,
            });
        }
        catch (SocketException e)
        {
            return (false, Away(e.Message, PrintTrouble.NotThere));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (false, Away($"no answer within {times.Connect}.", PrintTrouble.NotThere));
        }
    }

    /// <summary>From here on bytes may be at the printer, so that even the caller's own cancellation leaves the outcome unknown.</summary>
    /// <returns>Null when the printer has taken all of it.</returns>
    private async Task<PrintOutcome?> SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(times.Send);
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, limit.Token)..];
            }

            return null;
        }
        catch (SocketException e)
        {
            return Doubt($"the connection broke while the label was being sent: {e.Message}", PrintTrouble.Broken);
        }
        catch (OperationCanceledException)
        {
            return Doubt("the printer stopped taking data before the end of the label.", ct.IsCancellationRequested ? PrintTrouble.Interrupted : PrintTrouble.Stalled);
        }
    }

    /// <summary>Bytes sent are not paper: who answers also says when the label is out.</summary>
    private async Task<PrintOutcome> EndAsync(PrinterTalk talk, CancellationToken ct)
    {
        try
        {
            return await talk.EndAsync(ct) is { } trouble
                ? Doubt($"the label was sent; then the printer reported {trouble}.", trouble)
                : new PrintOutcome.Printed();
        }
        catch (SocketException e)
        {
            return Doubt($"the label was sent; then the connection broke: {e.Message}", PrintTrouble.Broken);
        }
        catch (OperationCanceledException)
        {
            return Doubt("the label was sent; its end was not reported.", ct.IsCancellationRequested ? PrintTrouble.Interrupted : PrintTrouble.NoEnd);
        }
    }

    private async Task<PrintOutcome> CloseAsync(Socket socket, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ClosingTime);
        var answer = new byte[256];
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(answer, SocketFlags.None, limit.Token) > 0)
            {
            }
        }
        catch (SocketException e)
        {
            return Doubt($"the connection broke while the label was being sent: {e.Message}", PrintTrouble.Broken);
        }
        catch (OperationCanceledException)
        {
            // Everything was handed over; a printer that leaves the connection open has taken it.
        }

        return new PrintOutcome.Printed();
    }

    private PrintOutcome.Unreachable Away(string why, PrintTrouble trouble) => new($"{host}:{port}: {why}") { Trouble = trouble };

    private PrintOutcome.Unknown Doubt(string why, PrintTrouble trouble) => new($"{host}:{port}: {why}") { Trouble = trouble };
}
