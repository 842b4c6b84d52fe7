using System.Text;
using System.Text.Json;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;
using MailKit.Security;
using MimeKit;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>Real conversations: SMTP with a server on a socket, HTTP with a gateway that fails first.</summary>
public sealed class MessengersTests : IAsyncLifetime
{
    private const string Secret = "a secret of the gateway";

    private readonly Outbox _outbox = Outbox.OnAFile();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _outbox.DisposeAsync().AsTask();

    [Fact]
    public async Task Mail_ReachesTheServer_ReadableAndUrgent()
    {
        using var server = new MailServer();
        var mail = Mail(server);
        await _outbox.CalledAsync(mail);

        await _outbox.Sender(mail).SendAsync(default);

        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Messages))));
        Assert.Equal("duty@example.org", message.To.Mailboxes.Single().Address);
        Assert.Equal("hemc101@example.org", message.From.Mailboxes.Single().Address);
        Assert.Contains("СРОЧНО", message.Subject, StringComparison.Ordinal);
        Assert.Contains("РОСТ МИКРООРГАНИЗМОВ", message.TextBody, StringComparison.Ordinal);
        Assert.Equal(MessagePriority.Urgent, message.Priority);
        Assert.Equal(AlarmMessageState.Sent, Assert.Single(await _outbox.MessagesAsync()).State);
    }

    [Fact]
    public async Task Mail_ServerHangsUpAfterTheMessage_IsSentAgainUnderTheSameId_AndSaysSo()
    {
        using var server = new MailServer { HangsUp = true };
        var mail = Mail(server);
        await _outbox.CalledAsync(mail);

        await _outbox.Sender(mail).SendAsync(default);
        server.HangsUp = false;
        _outbox.Time.Advance(TimeSpan.FromSeconds(5));
        await _outbox.Sender(mail).SendAsync(default);

        var messages = server.Messages.Select(text => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)))).ToList();
        Assert.Equal(2, messages.Count);
        Assert.Equal(messages[0].MessageId, messages[1].MessageId);
        Assert.Contains("Повтор", messages[1].TextBody, StringComparison.Ordinal);
        Assert.Equal(AlarmMessageState.Sent, Assert.Single(await _outbox.MessagesAsync()).State);
    }

    [Fact]
    public async Task Mail_RefusedOrWithoutAServer_WaitsWithTheReason_AndIsInNoDoubt()
    {
        var server = new MailServer { RefusesRecipient = true };
        var mail = Mail(server);
        await _outbox.CalledAsync(mail);
        await _outbox.Sender(mail).SendAsync(default);
        var refused = Assert.Single(await _outbox.MessagesAsync());
        Assert.Contains("550", refused.LastError, StringComparison.Ordinal);

        server.Dispose();
        _outbox.Time.Advance(TimeSpan.FromSeconds(5));
        await _outbox.Sender(mail).SendAsync(default);

        var away = Assert.Single(await _outbox.MessagesAsync());
        Assert.Equal((AlarmMessageState.Waiting, 2, false), (away.State, away.Attempts, away.MayHaveGone));
    }

    [Fact]
    public async Task Gateway_ThatFailsFirst_GetsItAgain_Signed()
    {
        using var gateway = new Gateway(503);
        var hook = Hook(gateway);
        await _outbox.CalledAsync(hook);

        await _outbox.Sender(hook).SendAsync(default);
        Assert.Equal("HTTP 503", Assert.Single(await _outbox.MessagesAsync()).LastError);
        _outbox.Time.Advance(TimeSpan.FromSeconds(5));
        await _outbox.Sender(hook).SendAsync(default);

        Assert.Equal(AlarmMessageState.Sent, Assert.Single(await _outbox.MessagesAsync()).State);
        Assert.Equal(2, gateway.Requests.Count);
        Assert.Single(gateway.Requests.Select(request => request.Headers[WebhookMessenger.IdempotencyHeader]).Distinct());
        var request = gateway.Requests.Last();
        var at = _outbox.Time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(WebhookMessenger.Signature(Secret, at, request.Body), request.Headers[WebhookMessenger.SignatureHeader]);
        Assert.NotEqual(WebhookMessenger.Signature(Secret + "x", at, request.Body), request.Headers[WebhookMessenger.SignatureHeader]);
        using var said = JsonDocument.Parse(request.Body);
        Assert.Equal("+79120000001", said.RootElement.GetProperty("to").GetString());
        Assert.Equal("SterilityPositive", said.RootElement.GetProperty("kind").GetString());
        Assert.False(said.RootElement.GetProperty("repeat").GetBoolean());
        Assert.Equal("https://hemc101.example/Alarms", said.RootElement.GetProperty("link").GetString());
    }

    /// <summary>HMAC-SHA256 of "1700000000.{}" with the key "key", computed with openssl.</summary>
    [Fact]
    public void Signature_IsWhatAnybodyElseComputes() =>
        Assert.Equal(SignatureByOpenssl, WebhookMessenger.Signature("key", 1_700_000_000, "{}"u8));

    [Fact]
    public async Task Gateway_ThatIsNotThere_OrRedirects_HasNotGotIt()
    {
        var gateway = new Gateway(302);
        var hook = Hook(gateway);
        await _outbox.CalledAsync(hook);
        await _outbox.Sender(hook).SendAsync(default);
        Assert.Equal("HTTP 302", Assert.Single(await _outbox.MessagesAsync()).LastError);

        gateway.Dispose();
        _outbox.Time.Advance(TimeSpan.FromSeconds(5));
        await _outbox.Sender(hook).SendAsync(default);

        var waiting = Assert.Single(await _outbox.MessagesAsync());
        Assert.Equal((AlarmMessageState.Waiting, 2, false), (waiting.State, waiting.Attempts, waiting.MayHaveGone));
    }

    [Fact]
    public async Task Folder_HoldsTheMessageAsAFile()
    {
        var folder = new FolderMessenger(Path.Combine(_outbox.Folder, "sent"));
        await _outbox.CalledAsync(folder);

        await _outbox.Sender(folder).SendAsync(default);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_outbox.Folder, "sent")));
        Assert.Contains("MICROBIAL GROWTH", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    private const string SignatureByOpenssl = "t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae";

    private static MailMessenger Mail(MailServer server) => new(new("127.0.0.1", server.Port, "hemc101@example.org", SecureSocketOptions.None, null, null));

    private WebhookMessenger Hook(Gateway gateway)
    {
        var file = Path.Combine(_outbox.Folder, "secret");
        File.WriteAllText(file, Secret + "\n");
        return new(new(gateway.Url, file), AlarmsSetup.Client(), _outbox.Time);
    }
}
