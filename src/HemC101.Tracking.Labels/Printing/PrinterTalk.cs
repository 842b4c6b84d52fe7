using System.Net.Sockets;
using System.Text;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>Questions to a printer over the connection that its label goes over.</summary>
internal sealed class PrinterTalk(Socket socket, TcpTimes times)
{
    /// <summary>Whoever talks on and on is no printer.</summary>
    private const int LongestAnswer = 4096;

    /// <summary>A label that was just taken may not be counted yet: one quiet answer is not the end.</summary>
    private const int QuietAnswers = 2;

    private bool _closed;

    /// <returns>Null when the printer says nothing of itself.</returns>
    /// <exception cref="SocketException">The connection broke.</exception>
    public async Task<PrinterStatus?> AskAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(times.Answer);
        var said = new StringBuilder();
        var buffer = new byte[512];
        try
        {
            await socket.SendAsync(PrinterStatus.Question, SocketFlags.None, limit.Token);
            while (!_closed && said.Length < LongestAnswer && !PrinterStatus.IsWhole(said.ToString()))
            {
                var got = await socket.ReceiveAsync(buffer, SocketFlags.None, limit.Token);
                said.Append(Encoding.ASCII.GetString(buffer, 0, got));
                _closed = got == 0;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // What came until now is the answer.
        }

        return PrinterStatus.Read(said.ToString());
    }

    /// <summary>After the last byte of a label: waits until the printer says that nothing of it is left. While it prints it may say nothing.</summary>
    /// <returns>Null when the label is out.</returns>
    /// <exception cref="SocketException">The connection broke.</exception>
    /// <exception cref="OperationCanceledException">Also when the printer does not finish in its time.</exception>
    public async Task<PrintTrouble?> EndAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(times.Finish);
        var quiet = 0;
        while (quiet < QuietAnswers)
        {
            await Task.Delay(times.Pause, limit.Token);
            switch (await AskAsync(limit.Token))
            {
                case { Trouble: { } trouble }:
                    return trouble;
                case null when _closed:
                    return PrintTrouble.Broken;
                case null or { Held: > 0 }:
                    quiet = 0;
                    break;
                default:
                    quiet++;
                    break;
            }
        }

        return null;
    }
}
