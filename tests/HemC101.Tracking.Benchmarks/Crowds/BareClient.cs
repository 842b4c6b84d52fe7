using HemC101.Tracking.Benchmarks.Yardsticks;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <summary>Posts the bytes of one step, which are inserted as they are.</summary>
/// <param name="endpoint">Of <see cref="BareSite"/>.</param>
internal sealed class BareClient(Uri site, string endpoint, string bytes) : IClient
{
    private readonly HttpClient _client = new(new SocketsHttpHandler()) { BaseAddress = site };

    public async Task AskAsync()
    {
        using var content = new StringContent(bytes);
        using var answer = await _client.PostAsync(new Uri(endpoint, UriKind.Relative), content);
        await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public void Dispose() => _client.Dispose();
}
