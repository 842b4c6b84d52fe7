using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <param name="Headers">Of the request.</param>
internal sealed record Received(byte[] Body, IReadOnlyDictionary<string, string?> Headers);

/// <summary>A gateway over HTTP that answers with the states it was told to, and with 200 afterwards.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<int> _answers;
    private readonly Task _serving;

    public Gateway(params IEnumerable<int> answers)
    {
        _answers = new(answers);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/page/");
        }

        _listener.Prefixes.Add($"{Url}");
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Url { get; }

    public ConcurrentQueue<Received> Requests { get; } = [];

    public void Dispose()
    {
        _listener.Close();
        Assert.True(_serving.Wait(TimeSpan.FromSeconds(30)));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                var headers = context.Request.Headers;
                Requests.Enqueue(new(body.ToArray(), headers.AllKeys.ToDictionary(key => key!, key => headers[key])));
                context.Response.StatusCode = _answers.TryDequeue(out var answer) ? answer : 200;
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
