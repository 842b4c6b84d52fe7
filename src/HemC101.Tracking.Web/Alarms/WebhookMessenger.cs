using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>A gateway for SMS or pagers: JSON by POST, signed with HMAC-SHA256 over the time and the body.</summary>
internal sealed class WebhookMessenger(WebhookOptions options, HttpClient http, TimeProvider time) : IMessenger
{
    public const string SignatureHeader = "X-HemC101-Signature";
    public const string IdempotencyHeader = "Idempotency-Key";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
    };

    public AlarmChannel Channel => AlarmChannel.Webhook;

    public string? AddressOf(OnCallRow person) => person.Phone;

    public async Task<SendOutcome> SendAsync(AlarmText text, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Said(text), Json);
        try
        {
            using var request = Request(text, body);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode ? new SendOutcome.Sent() : new SendOutcome.NotSent($"HTTP {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                ? new SendOutcome.NotSent(e.Message)
                : new SendOutcome.Unknown(e.Message);
        }
        catch (TaskCanceledException late) when (!ct.IsCancellationRequested)
        {
            return new SendOutcome.Unknown(late.Message);
        }
        catch (IOException e)
        {
            return new SendOutcome.NotSent(e.Message);
        }
    }

    /// <summary><c>t=&lt;seconds since 1970&gt;,v1=&lt;hex&gt;</c>, where hex is HMAC-SHA256 of <c>&lt;t&gt;.&lt;body&gt;</c>.</summary>
    internal static string Signature(string secret, long at, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at}.")));
        mac.AppendData(body);
        return string.Create(CultureInfo.InvariantCulture, $"t={at},v1={Convert.ToHexStringLower(mac.GetHashAndReset())}");
    }

    private HttpRequestMessage Request(AlarmText text, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(SignatureHeader, Signature(SecretFile.Read(options.SecretFile), time.GetUtcNow().ToUnixTimeSeconds(), body));
        request.Headers.Add(IdempotencyHeader, text.Message.MessageId.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    private static object Said(AlarmText text) => new
    {
        Id = text.Message.MessageId,
        To = text.Message.Address,
        Repeat = text.Message.MayHaveGone,
        Call = text.Message.CallNo,
        Basis = $"{text.Message.Basis}",
        Alarm = text.Alarm.AlarmKey,
        Kind = $"{text.Alarm.Kind}",
        Group = $"{text.Alarm.AlarmGroup}",
        Subject = text.Alarm.SubjectNo?.ToString(),
        Chain = text.Alarm.Coi?.ToString(),
        Bag = text.Alarm.Bag?.ToString(),
        RaisedAt = text.Alarm.RaisedAt.UtcDateTime,
        text.Sentence.Ru,
        text.Sentence.En,
        Link = text.Link?.ToString(),
    };
}
