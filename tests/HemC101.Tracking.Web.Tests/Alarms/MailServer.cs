using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>Speaks as much SMTP (RFC 5321) as a client needs to leave a message; or hangs up after it, or refuses whom it is for.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whole messages, headers and body, as they came.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Takes the message and says nothing more.</summary>
    public bool HangsUp { get; set; }

    public bool RefusesRecipient { get; set; }

    public void Dispose()
    {
        _listener.Dispose();
        Assert.True(_serving.Wait(TimeSpan.FromSeconds(30)));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ConverseAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Enqueue(line);
            var answer = line.Split(' ')[0].ToUpperInvariant() switch
            {
                "EHLO" => "250 test",
                "RCPT" when RefusesRecipient => "550 no such mailbox",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            await writer.WriteLineAsync(answer);
            if (answer[0] == '3')
            {
                Messages.Enqueue(await ReadMessageAsync(reader));
                if (HangsUp)
                {
                    return;
                }

                await writer.WriteLineAsync("250 taken");
            }
        }
    }

    private static async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            message.AppendLine(line);
        }

        return message.ToString();
    }
}
