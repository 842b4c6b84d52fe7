using System.Globalization;
using System.Net.Sockets;
using HemC101.Tracking.Storage.Alarms;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Mail, one connection a message: there are few, and each matters.</summary>
internal sealed class MailMessenger(MailOptions options) : IMessenger
{
    private const int Patience = 15_000;

    public AlarmChannel Channel => AlarmChannel.Mail;

    public string? AddressOf(OnCallRow person) => person.Mail;

    public async Task<SendOutcome> SendAsync(AlarmText text, CancellationToken ct)
    {
        using var message = Compose(text);
        using var client = new SmtpClient { Timeout = Patience };
        var begun = false;
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.Security, ct);
            if (options is { User: { } user, PasswordFile: { } file })
            {
                await client.AuthenticateAsync(user, SecretFile.Read(file), ct);
            }

            begun = true;
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused)
        {
            return new SendOutcome.NotSent($"{(int)refused.StatusCode} {refused.Message}");
        }
        catch (Exception e) when (e is ProtocolException or IOException or SocketException or AuthenticationException or SslHandshakeException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException or TimeoutException)
        {
            return begun ? new SendOutcome.Unknown(e.Message) : new SendOutcome.NotSent(e.Message);
        }

        await FarewellAsync(client, ct);
        return new SendOutcome.Sent();
    }

    /// <summary>The server has the message; whatever happens now takes nothing of it back.</summary>
    private static async Task FarewellAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is ProtocolException or IOException or SocketException or CommandException or OperationCanceledException)
        {
            // It hung up first.
        }
    }

    /// <summary>Sent again it is the same message, so that a mailbox shows it once.</summary>
    private MimeMessage Compose(AlarmText text)
    {
        var message = new MimeMessage { Subject = text.Subject, Priority = MessagePriority.Urgent, Body = new TextPart("plain") { Text = text.Body } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(text.Message.Address));
        message.MessageId = string.Create(
            CultureInfo.InvariantCulture, $"alarm-{text.Message.MessageId}-{text.Message.CreatedAt.ToUnixTimeMilliseconds()}@{message.From.Mailboxes.First().Domain}");
        return message;
    }
}
